/** Tests of the refill between a history and a hot window in memory. */
@NullMarked
package io.vigil.storage.refill;

import org.jspecify.annotations.NullMarked;
