/**
 * What people command of alarms, written to the log. The gateway decides nothing of it:
 * alert-service acts on commands, and the views of this gateway show them as they come back.
 */
@NullMarked
package io.vigil.gateway.command;

import org.jspecify.annotations.NullMarked;
