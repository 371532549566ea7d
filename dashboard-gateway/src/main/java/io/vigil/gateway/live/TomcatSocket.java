package io.vigil.gateway.live;

import jakarta.websocket.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.WebSocketSession;

/**
 * A client's socket on Tomcat. Frames go out asynchronously by the native session, since Spring's
 * own sending waits for a slow client; pings and closing may wait, and so have threads of their
 * own.
 */
final class TomcatSocket implements ClientSocket {
  private static final Logger log = LoggerFactory.getLogger(TomcatSocket.class);

  private final WebSocketSession session;
  private final Session tomcat;
  private final Executor waiting;

  TomcatSocket(WebSocketSession session, Session tomcat, Executor waiting) {
    this.session = session;
    this.tomcat = tomcat;
    this.waiting = waiting;
  }

  /** Tomcat calls back from another thread, as {@link ClientSocket} wants it. */
  @Override
  public void send(String frame, Consumer<@Nullable Throwable> done) {
    try {
      tomcat.getAsyncRemote().sendText(frame, result -> done.accept(result.getException()));
    } catch (IllegalStateException e) {
      log.debug("A frame came too late for session {}", session.getId());
    }
  }

  @Override
  public String address() {
    InetSocketAddress remote = session.getRemoteAddress();
    return remote == null ? "" : remote.getHostString();
  }

  @Override
  public void ping() {
    waiting.execute(
        () -> {
          try {
            tomcat.getBasicRemote().sendPing(ByteBuffer.allocate(0));
          } catch (IOException | IllegalStateException e) {
            log.debug("No ping to session {}", session.getId());
          }
        });
  }

  @Override
  public void close(CloseReason reason) {
    waiting.execute(
        () -> {
          try {
            session.close(reason.status());
          } catch (IOException e) {
            log.debug("Session {} was closed already", session.getId());
          }
        });
  }
}
