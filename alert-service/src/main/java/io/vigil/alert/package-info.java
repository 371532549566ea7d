/**
 * The alert service: raises and resolves alarms on the stream of readings. The rules are pure, the
 * topology puts them on the stream, and the stream is kept running through whatever happens to
 * Kafka.
 */
@NullMarked
package io.vigil.alert;

import org.jspecify.annotations.NullMarked;
