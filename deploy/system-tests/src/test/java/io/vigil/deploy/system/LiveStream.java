package io.vigil.deploy.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream as a program of one person hears it. */
public final class LiveStream implements AutoCloseable {
  private final JsonMapper json = new JsonMapper();
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  private LiveStream(String gateway, String token) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create(gateway.replaceFirst("http", "ws") + "/ws/v1"), new Ear())
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
  }

  public static LiveStream of(VigilStack stack, String username) {
    return new LiveStream(
        Person.credentials(stack).get("gateway").asString(),
        Person.signedIn(stack, username).token());
  }

  public void follow(String patient) {
    String frame = "{\"type\":\"follow\",\"patients\":[\"%s\"]}".formatted(patient);
    socket.sendText(frame, true).orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** The frames of this type so far. */
  List<JsonNode> frames(String type) {
    return frames.stream().filter(frame -> frame.path("type").asString("").equals(type)).toList();
  }

  /** Event times in milliseconds of a patient's readings, in the order in which they came. */
  public List<Long> readings(String patient) {
    List<Long> times = new ArrayList<>();
    for (JsonNode frame : frames("readings")) {
      for (JsonNode reading : frame.get("readings")) {
        if (reading.get(0).asString().equals(patient)) {
          times.add(reading.get(2).asLong());
        }
      }
    }
    return times;
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** Puts the parts of a frame together. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(json.readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
