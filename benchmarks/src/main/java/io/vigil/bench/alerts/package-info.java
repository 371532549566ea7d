/**
 * How fast alarms catch up from the log: Vigil's alert service against the same rules on stock
 * Kafka Streams, each as a process of its own, on the same broker and the same readings, with the
 * same alarms. {@link io.vigil.bench.alerts.StockAlarms} is what a good engineer gets from the
 * framework's guide; its rules also say which alarms are expected of both.
 */
@NullMarked
package io.vigil.bench.alerts;

import org.jspecify.annotations.NullMarked;
