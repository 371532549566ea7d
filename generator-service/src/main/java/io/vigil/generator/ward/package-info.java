/**
 * Who lies in the simulated beds: ids, names, wards and priorities, the same for the same number of
 * patients, whatever runs where. Everybody in it is invented or long dead.
 */
@NullMarked
package io.vigil.generator.ward;

import org.jspecify.annotations.NullMarked;
