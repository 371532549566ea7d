package io.vigil.bench.live;

import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * How long a reading takes from the device's request to the frame at a doctor's client: a device of
 * its own pushes one reading after another beside the load that is there, and waits for each on a
 * WebSocket.
 */
public final class LiveProbe {
  private static final String PATIENT = "bench-latency";
  private static final int WARM_UP = 50;
  private static final int READINGS = 300;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(70);
  private static final long GIVE_UP_SECONDS = 10;
  private static final double GOAL_MEDIAN_MS = 50;

  private LiveProbe() {}

  /** Measures the system whose state is in this folder, if one was started there. */
  public static void run(Path home) throws Exception {
    if (RunningVigil.isIn(home)) {
      measure(RunningVigil.at(home));
    } else {
      System.out.println("No Vigil in " + home + ": request → frame is measured where one runs.");
    }
  }

  private static void measure(RunningVigil vigil) throws Exception {
    String admin = vigil.token("admin");
    String doctor = vigil.token("dr-adams");
    Map<String, String> patient =
        Map.of("name", "Latency probe", "ward", "Bench", "bed", "0", "priority", "normal");
    vigil.ask("PUT", "/api/v1/patients/" + PATIENT, admin, patient);
    vigil.ask("PUT", "/api/v1/patients/" + PATIENT + "/grants/dr-adams", admin, Map.of());
    JsonNode device =
        vigil.ask("PUT", "/api/v1/devices/" + PATIENT, admin, Map.of("patients", List.of(PATIENT)));
    try {
      measure(vigil, doctor, device.get("token").asString());
    } finally {
      vigil.ask("DELETE", "/api/v1/devices/" + PATIENT, admin, Map.of());
      vigil.ask("DELETE", "/api/v1/patients/" + PATIENT, admin, Map.of());
    }
  }

  private static void measure(RunningVigil vigil, String doctor, String device) throws Exception {
    BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    WebSocket socket = vigil.open(doctor, new ReadingFrames(PATIENT, arrivals));
    socket.sendText("{\"type\":\"follow\",\"patients\":[\"" + PATIENT + "\"]}", true).join();
    Latencies acknowledged = new Latencies(READINGS);
    Latencies shown = new Latencies(READINGS);
    for (int i = -WARM_UP; i < READINGS; i++) {
      long time = System.currentTimeMillis();
      long start = System.nanoTime();
      vigil.push(device, reading(time, i));
      long answeredAt = System.nanoTime();
      Long arrivedAt = arrivals.poll(GIVE_UP_SECONDS, TimeUnit.SECONDS);
      if (arrivedAt == null) {
        throw new IllegalStateException("no frame for a reading within " + GIVE_UP_SECONDS + " s");
      }
      if (i >= 0) {
        acknowledged.add(answeredAt - start);
        shown.add(arrivedAt - start);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    print(acknowledged, shown);
  }

  private static String reading(long time, int i) {
    return "{\"vital\":\"heart_rate\",\"time\":" + time + ",\"value\":" + (70 + i % 7) + "}";
  }

  private static void print(Latencies acknowledged, Latencies shown) {
    System.out.printf("%d readings, one after another, milliseconds%n", READINGS);
    System.out.printf("%-30s %8s %8s %8s%n", "", "p50", "p90", "p99");
    System.out.println(acknowledged.row("request → acknowledged"));
    System.out.println(shown.row("request → frame at the client"));
    System.out.printf(
        "median request → frame, against the goal of %.0f ms: %.2f×%n",
        GOAL_MEDIAN_MS, shown.quantile(0.5) / GOAL_MEDIAN_MS);
  }
}
