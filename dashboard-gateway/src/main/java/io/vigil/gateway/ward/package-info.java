/**
 * Patients as they are now: who they are, their newest reading of each vital, their active alarms.
 */
@NullMarked
package io.vigil.gateway.ward;

import org.jspecify.annotations.NullMarked;
