package io.vigil.gateway.live;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The socket of one client. No call of it waits for the client. */
interface ClientSocket {
  /**
   * Sends a text frame; the next may be sent once this one is done.
   *
   * @param done called when the frame has left, with what went wrong if it did not; never by the
   *     thread that sends while it is still sending
   */
  void send(String frame, Consumer<@Nullable Throwable> done);

  /** From where the client has connected. */
  String address();

  /** Asks for a sign of life. */
  void ping();

  /** Ends the session and tells the client why. */
  void close(CloseReason reason);
}
