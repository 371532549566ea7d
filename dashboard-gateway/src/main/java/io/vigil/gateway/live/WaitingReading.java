package io.vigil.gateway.live;

import io.vigil.gateway.tail.LiveReading;

/**
 * A reading on its way to sessions.
 *
 * @param json as it stands in the frame, made once for all sessions
 */
record WaitingReading(String patient, LiveReading reading, String json) {}
