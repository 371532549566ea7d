/**
 * What people command of alarms, as it lies in the topic vitals.alert-commands: JSON, keyed by
 * patient. A command says what somebody wants; what becomes of it, the alarm events tell.
 */
@NullMarked
package io.vigil.schema.command;

import org.jspecify.annotations.NullMarked;
