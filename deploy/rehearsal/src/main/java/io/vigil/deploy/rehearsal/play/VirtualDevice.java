package io.vigil.deploy.rehearsal.play;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A device that keeps what was not taken and sends it again, in order, as Vigil asks of devices.
 * One thread at a time pushes.
 */
final class VirtualDevice {
  private static final long PAUSE_MS = 300;

  private final Vigil vigil;
  private final String token;
  private final InstantSource clock;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private long notBeforeMs;

  /** One request, and who is told when it is acknowledged. */
  record Request(String readings, LongConsumer acknowledged) {}

  VirtualDevice(Vigil vigil, String token, InstantSource clock) {
    this.vigil = vigil;
    this.token = token;
    this.clock = clock;
  }

  void keep(Request request) {
    waiting.add(request);
  }

  /** Sends what waits, until something is not taken. */
  void send() throws InterruptedException {
    if (clock.millis() < notBeforeMs) {
      return;
    }
    for (Request next = waiting.peek(); next != null; next = waiting.peek()) {
      Integer status = statusOf(next);
      if (status == null || isToComeBack(status)) {
        notBeforeMs = clock.millis() + PAUSE_MS;
        return;
      }
      if (status == 202) {
        next.acknowledged().accept(clock.millis());
      }
      waiting.remove();
    }
  }

  /** Refused for now, or by an ingest that has not heard of this device yet. */
  private static boolean isToComeBack(int status) {
    return status == 401 || status == 403 || status == 429 || status >= 500;
  }

  private @Nullable Integer statusOf(Request request) throws InterruptedException {
    try {
      HttpResponse<String> answer = vigil.push(token, request.readings());
      return answer.statusCode();
    } catch (IOException e) {
      return null;
    }
  }
}
