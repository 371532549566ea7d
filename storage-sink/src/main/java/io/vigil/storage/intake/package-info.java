/**
 * The loop that takes readings from the log: at once into the hot window, gathered into the history
 * every few seconds. Offsets are committed after what they cover is durable, so that a crash
 * anywhere costs a replay and nothing else; what cannot be understood is parked and passed over.
 */
@NullMarked
package io.vigil.storage.intake;

import org.jspecify.annotations.NullMarked;
