package io.vigil.bench.live;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens for readings frames of one patient and hands on the time at which each was there. */
final class ReadingFrames implements WebSocket.Listener {
  private final JsonMapper json = new JsonMapper();
  private final StringBuilder text = new StringBuilder();
  private final String patient;
  private final BlockingQueue<Long> arrivals;

  /** Arrivals get {@link System#nanoTime} of each reading of the patient. */
  ReadingFrames(String patient, BlockingQueue<Long> arrivals) {
    this.patient = patient;
    this.arrivals = arrivals;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    long now = System.nanoTime();
    text.append(data);
    if (last) {
      JsonNode frame = json.readTree(text.toString());
      text.setLength(0);
      if (frame.path("type").asString().equals("readings")) {
        frame.path("readings").forEach(reading -> hand(reading, now));
      }
    }
    socket.request(1);
    return null;
  }

  private void hand(JsonNode reading, long now) {
    if (reading.path(0).asString().equals(patient)) {
      arrivals.add(now);
    }
  }
}
