/**
 * Alarm events by webhook. Each subscription reads vitals.alerts as a consumer group of its own, so
 * that the log is its queue, its place in it survives everything, and a target that is slow or away
 * holds up nobody else. Signed as Standard Webhooks has it; in order for each patient; at least
 * once, with the same id each time.
 */
@NullMarked
package io.vigil.alert.webhook;

import org.jspecify.annotations.NullMarked;
