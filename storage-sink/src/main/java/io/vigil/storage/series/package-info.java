/**
 * What is stored, apart from where: one vital of one patient, and its readings as they come. Pure:
 * knows Java and common-schema alone.
 */
@NullMarked
package io.vigil.storage.series;

import org.jspecify.annotations.NullMarked;
