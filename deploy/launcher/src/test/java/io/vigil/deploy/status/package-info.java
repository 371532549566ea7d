/** The table that status prints. */
@NullMarked
package io.vigil.deploy.status;

import org.jspecify.annotations.NullMarked;
