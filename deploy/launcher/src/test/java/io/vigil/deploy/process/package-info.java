/** Marks, logs and tethers of children. */
@NullMarked
package io.vigil.deploy.process;

import org.jspecify.annotations.NullMarked;
