package io.vigil.deploy.fault;

import static org.awaitility.Awaitility.await;

import io.vigil.deploy.system.AlertLog;
import io.vigil.deploy.system.Device;
import io.vigil.deploy.system.History;
import io.vigil.deploy.system.Person;
import io.vigil.deploy.system.VigilStack;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * A device that measures now, and brings what it measured in the half hour before: in disorder,
 * parts of it twice. For twenty seconds of that the heart rate was too high.
 */
final class ReturningDevice {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int SECONDS = 1_800;
  private static final int HIGH_FROM = 900;
  private static final int HIGH_SECONDS = 20;
  private static final int AT_ONCE = 50;

  /** Seconds that are shuffled among themselves. */
  private static final int DISORDER = 5;

  private final Device device;
  private final long nowMs;

  private ReturningDevice(Device device, long nowMs) {
    this.device = device;
    this.nowMs = nowMs;
  }

  /** Admits a patient and pushes what is measured now. */
  static ReturningDevice of(VigilStack stack, String patient) {
    Device device = Device.ofNewPatient(stack, patient);
    long nowMs = System.currentTimeMillis();
    await().atMost(PATIENCE).until(() -> device.push(nowMs, 72));
    return new ReturningDevice(device, nowMs);
  }

  /** Pushes the half hour before; returns when all of it is acknowledged. */
  void bringBacklog(long seed) {
    Random random = new Random(seed);
    List<Map.Entry<Long, Integer>> backlog = new ArrayList<>();
    for (int begin = 0; begin < SECONDS; begin += DISORDER) {
      List<Map.Entry<Long, Integer>> shuffled =
          new ArrayList<>(
              IntStream.range(begin, begin + DISORDER)
                  .mapToObj(second -> Map.entry(at(second), heartRate(second)))
                  .toList());
      Collections.shuffle(shuffled, random);
      backlog.addAll(shuffled);
    }
    for (int from = 0; from < SECONDS; from += AT_ONCE) {
      List<Map.Entry<Long, Integer>> request = backlog.subList(from, from + AT_ONCE);
      for (int times = random.nextInt(2); times >= 0; times--) {
        await().atMost(PATIENCE).until(() -> device.push(request));
      }
    }
  }

  private long at(int second) {
    return nowMs - (SECONDS - second) * 1_000L;
  }

  private static int heartRate(int second) {
    return second >= HIGH_FROM && second < HIGH_FROM + HIGH_SECONDS ? 130 : 72;
  }

  /** When the heart rate began to be too high. */
  long highSinceMs() {
    return at(HIGH_FROM);
  }

  SortedMap<Long, Double> acknowledged() {
    return device.acknowledged();
  }

  /** What the history has of it; fails where it has something twice. */
  SortedMap<Long, Double> stored(VigilStack stack) {
    return History.of(
            Person.signedIn(stack, "dr-adams"),
            device.patient(),
            Instant.ofEpochMilli(at(0)),
            Instant.ofEpochMilli(nowMs + 1))
        .values();
  }

  /** What was told of a heart rate that is too high. */
  List<Alert> high(AlertLog alerts) {
    return alerts.of(device.patient()).stream()
        .filter(alert -> alert.rule() == AlertRule.HIGH)
        .toList();
  }
}
