/**
 * Alarm episodes, gathered from their revisions in the log: those that are active, however old, and
 * those of the last days. Who may see a patient sees the patient's episodes.
 */
@NullMarked
package io.vigil.gateway.episode;

import org.jspecify.annotations.NullMarked;
