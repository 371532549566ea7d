/** The tree of sources. */
@NullMarked
package io.vigil.deploy.folder;

import org.jspecify.annotations.NullMarked;
