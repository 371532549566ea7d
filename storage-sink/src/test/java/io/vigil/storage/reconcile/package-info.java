/** Tests of the comparison with the log. */
@NullMarked
package io.vigil.storage.reconcile;

import org.jspecify.annotations.NullMarked;
