/**
 * Alarm events as they lie in the topic vitals.alerts: CloudEvents 1.0 in structured JSON. An alert
 * is one episode from raised to resolved; each event is one revision of it.
 */
@NullMarked
package io.vigil.schema.alert;

import org.jspecify.annotations.NullMarked;
