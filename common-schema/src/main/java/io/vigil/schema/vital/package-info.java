/**
 * The vitals that Vigil knows, with the unit, the code and the plausible range of each. Values are
 * carried as hundredths of the unit, so that they are exact and compare as integers.
 */
@NullMarked
package io.vigil.schema.vital;

import org.jspecify.annotations.NullMarked;
