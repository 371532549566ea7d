/**
 * How well each patient is received, minute by minute. Beside the alarms in the same task of Kafka
 * Streams: counts what came, twice, late and out of order, measures the distances between event
 * times, and tells it on vitals.reception. All of it is a function of the log.
 */
@NullMarked
package io.vigil.alert.reception;

import org.jspecify.annotations.NullMarked;
