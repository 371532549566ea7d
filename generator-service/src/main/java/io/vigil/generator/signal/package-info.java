/**
 * What a simulated heart does, as a pure function of a seed, a patient and a second: a resting
 * level that drifts, breathing, bouts of activity, beat-to-beat noise and now and then an ectopic
 * beat, averaged and rounded as a monitor does it. Left alone it never alarms; a {@link
 * io.vigil.generator.signal.Course} makes it.
 */
@NullMarked
package io.vigil.generator.signal;

import org.jspecify.annotations.NullMarked;
