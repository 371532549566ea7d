/** Real engines, killed and restarted on the same data. */
@NullMarked
package io.vigil.deploy.engine;

import org.jspecify.annotations.NullMarked;
