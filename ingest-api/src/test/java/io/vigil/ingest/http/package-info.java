/** Tests of the server on real sockets, before a log that does as it is told. */
@NullMarked
package io.vigil.ingest.http;

import org.jspecify.annotations.NullMarked;
