package io.vigil.deploy.fault;

import static org.awaitility.Awaitility.await;

import io.vigil.deploy.system.AlertLog;
import io.vigil.deploy.system.Device;
import io.vigil.deploy.system.History;
import io.vigil.deploy.system.Person;
import io.vigil.deploy.system.VigilStack;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A heart rate that is too high for as long as it takes to be an alarm. */
final class DueAlarm {
  private static final int HOLD_SECONDS = 10;
  private static final int TOO_HIGH = 130;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Device device;
  private final long onsetMs;
  private final long decidedNanos;

  private DueAlarm(Device device, long onsetMs, long decidedNanos) {
    this.device = device;
    this.onsetMs = onsetMs;
    this.decidedNanos = decidedNanos;
  }

  /** Admits a patient and pushes it; returns when its last reading, which decides, is taken. */
  static DueAlarm of(VigilStack stack, String patient) {
    Device device = Device.ofNewPatient(stack, patient);
    long onsetMs = System.currentTimeMillis() - Duration.ofSeconds(HOLD_SECONDS).toMillis();
    for (int second = 0; second <= HOLD_SECONDS; second++) {
      long timeMs = onsetMs + second * 1_000L;
      await().atMost(PATIENCE).until(() -> device.push(timeMs, TOO_HIGH));
    }
    return new DueAlarm(device, onsetMs, System.nanoTime());
  }

  /** Waits until it is raised; how long after the reading that decides that was. */
  Duration raisedAfter(AlertLog log) {
    await().atMost(PATIENCE).until(() -> !raised(log).isEmpty());
    return Duration.ofNanos(System.nanoTime() - decidedNanos);
  }

  /** Each time that it was raised. */
  List<Alert> raised(AlertLog log) {
    return log.of(device.patient()).stream()
        .filter(alert -> alert.rule() == AlertRule.HIGH)
        .filter(alert -> alert.state() == AlertState.RAISED)
        .filter(alert -> alert.onset().toEpochMilli() == onsetMs)
        .toList();
  }

  /** Whether the history has each of its readings, once. */
  boolean isStored(Person doctor) {
    Instant from = Instant.ofEpochMilli(onsetMs);
    return History.of(doctor, device.patient(), from, Instant.now())
        .values()
        .equals(device.acknowledged());
  }
}
