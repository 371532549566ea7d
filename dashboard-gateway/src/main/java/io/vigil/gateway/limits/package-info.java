/**
 * Alarm limits as people see and change them: what is in force for a patient and from whom, every
 * version since, what a ward has of its own, and what other limits would have done. A view of
 * commands and registry; alert-service judges by the same.
 */
@NullMarked
package io.vigil.gateway.limits;

import org.jspecify.annotations.NullMarked;
