/** Tests of parsing and validation, without a server or a log. */
@NullMarked
package io.vigil.ingest.reading;

import org.jspecify.annotations.NullMarked;
