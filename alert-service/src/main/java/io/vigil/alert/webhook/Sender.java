package io.vigil.alert.webhook;

import java.net.URI;

/** Sends one event to one target, once. */
interface Sender {
  /**
   * Sends and waits for the answer, at most for a bounded time.
   *
   * @param id the same at each attempt
   */
  Answer send(URI url, String secret, String id, byte[] body);
}
