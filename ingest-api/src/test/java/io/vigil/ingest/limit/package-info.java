/** Tests of the way into the log, on the Kafka client's own fake of a producer. */
@NullMarked
package io.vigil.ingest.limit;

import org.jspecify.annotations.NullMarked;
