/** What comparing the stores with the log has found, as it lies in vitals.storage-checks. */
@NullMarked
package io.vigil.schema.check;

import org.jspecify.annotations.NullMarked;
