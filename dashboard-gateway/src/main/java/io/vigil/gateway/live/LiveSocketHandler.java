package io.vigil.gateway.live;

import static java.util.Objects.requireNonNull;

import io.vigil.gateway.live.MessageReader.MalformedMessage;
import io.vigil.gateway.signin.BadToken;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.gateway.signin.Tokens;
import jakarta.websocket.Session;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** Takes what clients send and what becomes of their sockets, and passes it on to the hub. */
@Component
class LiveSocketHandler extends AbstractWebSocketHandler implements DisposableBean {
  private static final String SESSION = "live-session";

  private final ExecutorService waiting =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "live-socket");
            thread.setDaemon(true);
            return thread;
          });
  private final LiveHub hub;
  private final Frames frames;
  private final LiveProperties properties;
  private final LiveMetrics metrics;
  private final Tokens tokens;
  private final MessageReader reader;

  LiveSocketHandler(
      LiveHub hub,
      Frames frames,
      LiveProperties properties,
      LiveMetrics metrics,
      Tokens tokens,
      JsonMapper json) {
    this.hub = hub;
    this.frames = frames;
    this.properties = properties;
    this.metrics = metrics;
    this.tokens = tokens;
    this.reader = new MessageReader(json);
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    Session tomcat = ((NativeWebSocketSession) socket).getNativeSession(Session.class);
    var client = new TomcatSocket(socket, requireNonNull(tomcat), waiting);
    var session =
        new LiveSession(client, new Outbox(client, frames, properties, metrics), properties);
    socket.getAttributes().put(SESSION, session);
    hub.open(session, signedIn(socket));
  }

  private static @Nullable SignedIn signedIn(WebSocketSession socket) {
    return socket.getPrincipal() instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn signedIn
        ? signedIn
        : null;
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage text) {
    LiveSession session = sessionOf(socket);
    if (!session.mayBeHeard()) {
      hub.close(session, CloseReason.TOO_MANY_MESSAGES);
      return;
    }
    try {
      pass(session, reader.read(text.getPayload()));
    } catch (MalformedMessage e) {
      hub.refuse(session, e.code(), requireNonNull(e.getMessage()));
    }
  }

  private void pass(LiveSession session, ClientMessage message) {
    if (message instanceof ClientMessage.Hello hello) {
      greet(session, hello);
    } else if (message instanceof ClientMessage.Follow follow) {
      hub.follow(session, follow);
    } else if (message instanceof ClientMessage.Unfollow unfollow) {
      hub.unfollow(session, unfollow);
    }
  }

  private void greet(LiveSession session, ClientMessage.Hello hello) {
    try {
      hub.signedIn(session, tokens.verify(hello.token()));
    } catch (BadToken e) {
      hub.refuse(session, CloseReason.UNAUTHENTICATED.code(), "The token is not valid");
      hub.close(session, CloseReason.UNAUTHENTICATED);
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession socket, PongMessage pong) {
    sessionOf(socket).heard();
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
    hub.close(sessionOf(socket), CloseReason.NOT_TEXT);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    hub.gone(sessionOf(socket));
  }

  private static LiveSession sessionOf(WebSocketSession socket) {
    return (LiveSession) requireNonNull(socket.getAttributes().get(SESSION));
  }

  @Override
  public void destroy() {
    waiting.shutdown();
  }
}
