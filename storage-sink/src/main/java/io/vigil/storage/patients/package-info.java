/**
 * Who is admitted and with which priority, followed from the topic vitals.registry. Nothing is
 * stored before this view has caught up, for the priority says how long readings stay hot.
 */
@NullMarked
package io.vigil.storage.patients;

import org.jspecify.annotations.NullMarked;
