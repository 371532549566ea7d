/**
 * The WebSocket on which people see patients live. One thread, the hub's, owns who follows whom and
 * hands out what the log brings; each session has an outbox that waits for its own socket, so that
 * a slow client slows nobody else. Readings are conflated for a client that cannot keep up, and it
 * is told so; alarms go ahead of them and are never left out.
 */
@NullMarked
package io.vigil.gateway.live;

import org.jspecify.annotations.NullMarked;
