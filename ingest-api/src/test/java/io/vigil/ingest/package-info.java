/** Tests of the whole service, on a real broker. */
@NullMarked
package io.vigil.ingest;

import org.jspecify.annotations.NullMarked;
