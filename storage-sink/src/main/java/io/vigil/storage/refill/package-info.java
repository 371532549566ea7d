/**
 * Brings the last hour back into the hot window of a cluster that has lost all its members, from
 * the history and in the background.
 */
@NullMarked
package io.vigil.storage.refill;

import org.jspecify.annotations.NullMarked;
