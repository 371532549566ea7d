/**
 * A probe of the system that {@code ./vigil up} has started, beside the load that is there: how
 * long a reading takes to the frame at a doctor's client.
 */
@NullMarked
package io.vigil.bench.live;

import org.jspecify.annotations.NullMarked;
