package io.vigil.gateway.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the live stream. */
public final class LiveClient implements AutoCloseable, WebSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration FRAME_WITHIN = Duration.ofSeconds(20);

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable WebSocket socket;

  private LiveClient() {}

  /** Connects with these headers: name, value, name, value … */
  public static LiveClient connect(int port, String... headers) {
    var client = new LiveClient();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    client.socket =
        builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/v1"), client).join();
    return client;
  }

  /** Connects as this user and takes the welcome. */
  public static LiveClient as(String user, int port) {
    LiveClient client = connect(port, "Authorization", "Bearer " + new Api(port).token(user));
    client.await("welcome");
    return client;
  }

  public void send(String json) {
    requireNonNull(socket).sendText(json, true).join();
  }

  public void follow(String... patients) {
    send("{\"type\":\"follow\",\"patients\":[\"" + String.join("\",\"", patients) + "\"]}");
  }

  /** Follows a patient from this cursor on. */
  public void resume(String cursor, String patient) {
    send(
        "{\"type\":\"follow\",\"patients\":[\"%s\"],\"resume\":\"%s\"}".formatted(patient, cursor));
  }

  /** The next frame of one of these types; others are passed over. */
  public JsonNode await(String... types) {
    long deadline = System.nanoTime() + FRAME_WITHIN.toNanos();
    while (true) {
      JsonNode frame = next(deadline - System.nanoTime());
      if (frame == null) {
        throw new AssertionError("no frame of type " + List.of(types) + " came");
      }
      if (List.of(types).contains(frame.path("type").asString())) {
        return frame;
      }
    }
  }

  /** The next frame of any type within this time, or null. */
  public @Nullable JsonNode next(Duration within) {
    return next(within.toNanos());
  }

  private @Nullable JsonNode next(long nanos) {
    try {
      return frames.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Waits until the gateway ends the session: code and reason. */
  public String awaitClosed() {
    return closed.orTimeout(FRAME_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      frames.add(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    requireNonNull(socket).abort();
  }
}
