/**
 * The stage that keeps readings: the hot window in Hazelcast, of which this service hosts the
 * members, and the history in Cassandra. Both are views of the topic vitals.readings.
 */
@NullMarked
package io.vigil.storage;

import org.jspecify.annotations.NullMarked;
