/**
 * The rules on the stream: the Kafka Streams topology that reads readings and watermarks, one task
 * for each partition, and writes alarm events. State is kept as objects between commits and written
 * to the changelog, compactly, only where it changed. What cannot be processed is parked and does
 * not stop the rest.
 */
@NullMarked
package io.vigil.alert.topology;

import org.jspecify.annotations.NullMarked;
