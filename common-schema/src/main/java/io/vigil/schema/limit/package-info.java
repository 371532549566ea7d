/**
 * Alarm limits of vitals: those of Vigil itself, those that a ward or a patient has of their own,
 * and how the ones lie over the others. What a level does not name stays as the level below has it.
 */
@NullMarked
package io.vigil.schema.limit;

import org.jspecify.annotations.NullMarked;
