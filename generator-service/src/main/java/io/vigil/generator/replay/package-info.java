/**
 * Recorded hearts in place of simulated ones: recordings from a file or an upload, moved to now,
 * their patients registered as the simulated ones are. Replays live in memory; a restart ends them.
 */
@NullMarked
package io.vigil.generator.replay;

import org.jspecify.annotations.NullMarked;
