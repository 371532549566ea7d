/**
 * Keeps Kafka Streams running: waits for what it needs, starts it with settings that keep the ten
 * seconds between a reading and its alarm, replaces what dies, and tells how it fares.
 */
@NullMarked
package io.vigil.alert.stream;

import org.jspecify.annotations.NullMarked;
