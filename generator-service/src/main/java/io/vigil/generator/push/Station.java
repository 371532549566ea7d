package io.vigil.generator.push;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.scenario.Scenarios;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.ward.Bed;
import java.time.Instant;
import java.util.Optional;

/** A bed with the heart in it and the device beside it. Not for several threads. */
final class Station {
  private final Bed bed;
  private final HeartRate heart;
  private final BedsideDevice device;
  private final DeviceAccess access;
  private final Scenarios scenarios;

  Station(
      Bed bed, HeartRate heart, BedsideDevice device, DeviceAccess access, Scenarios scenarios) {
    this.bed = bed;
    this.heart = heart;
    this.device = device;
    this.access = access;
    this.scenarios = scenarios;
  }

  String patient() {
    return bed.patient();
  }

  BedsideDevice device() {
    return device;
  }

  /** The device's token, or empty as long as it has none. */
  Optional<String> token() {
    return access.tokenOf(bed);
  }

  void renewToken() {
    access.renew(bed);
  }

  /** Whether the device measures and pushes at this time: registered, and not made silent. */
  boolean isAtWork(Instant time) {
    return token().isPresent() && !scenarios.silences(bed.patient(), time);
  }

  /** What the monitor shows in this epoch second, in hundredths of a beat a minute. */
  int hundredthsAt(long second) {
    return scenarios
        .courseOf(bed.patient())
        .map(course -> heart.hundredthsAt(second, course))
        .orElseGet(() -> heart.hundredthsAt(second));
  }
}
