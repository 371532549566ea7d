/**
 * What a run can be told: by environment variables and by the command line. The settings of a run
 * are kept in the state folder while it lasts, so that the other commands look at the ports on
 * which it was really started.
 */
@NullMarked
package io.vigil.deploy.setting;

import org.jspecify.annotations.NullMarked;
