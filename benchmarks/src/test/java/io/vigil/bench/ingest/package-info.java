/** Tests of the load on ingest. */
@NullMarked
package io.vigil.bench.ingest;

import org.jspecify.annotations.NullMarked;
