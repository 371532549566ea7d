/** Tests of the history: one contract for the real one and the fake, and what is around them. */
@NullMarked
package io.vigil.storage.history;

import org.jspecify.annotations.NullMarked;
