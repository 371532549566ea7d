/**
 * What ingest counts, under the names that all stages share. The law that tests assert: a reading
 * that came in is either accepted or rejected, and what is accepted has been forwarded.
 */
@NullMarked
package io.vigil.ingest.metric;

import org.jspecify.annotations.NullMarked;
