/**
 * From the bytes of a request to readings that are worth the log, and a reason for each that is
 * not. Pure: it knows Java, common-schema and the streaming parser; the time and the device come as
 * arguments.
 */
@NullMarked
package io.vigil.ingest.reading;

import org.jspecify.annotations.NullMarked;
