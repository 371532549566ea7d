/**
 * Compares hot window and history with the log, stretch by stretch and behind the intake, gives
 * them what they lack, and tells what that was.
 */
@NullMarked
package io.vigil.storage.reconcile;

import org.jspecify.annotations.NullMarked;
