/**
 * Plays a scenario on a Vigil that runs: admits its patients, pushes as their devices would, breaks
 * what is to be broken, listens on vitals.alerts, and discharges everybody afterwards.
 */
@NullMarked
package io.vigil.deploy.rehearsal.play;

import org.jspecify.annotations.NullMarked;
