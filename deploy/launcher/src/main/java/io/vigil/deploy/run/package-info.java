/**
 * A whole run of Vigil on this machine, from the checks before a start to the last stop. The
 * command {@code up} lasts in one; tests of the whole system start one on free ports.
 */
@NullMarked
package io.vigil.deploy.run;

import org.jspecify.annotations.NullMarked;
