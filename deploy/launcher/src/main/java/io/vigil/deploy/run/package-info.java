/**
 * A whole run of Vigil on this machine, from the checks before a start to the last stop. The
 * command {@code up} lasts as long as one.
 */
@NullMarked
package io.vigil.deploy.run;

import org.jspecify.annotations.NullMarked;
