/**
 * Pauses of alarms: who paused whose, why and for how long. A view of the commands; alert-service
 * holds back alarms of up to medium priority meanwhile.
 */
@NullMarked
package io.vigil.gateway.pause;

import org.jspecify.annotations.NullMarked;
