/**
 * Patients, devices, grants and wards as they lie in the compacted topic vitals.registry, and the
 * view of them that each service keeps in memory.
 */
@NullMarked
package io.vigil.schema.registry;

import org.jspecify.annotations.NullMarked;
