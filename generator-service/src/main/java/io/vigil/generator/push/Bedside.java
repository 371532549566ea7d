package io.vigil.generator.push;

import io.vigil.generator.scenario.Effect;
import io.vigil.generator.scenario.Scenarios;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.store.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One simulated patient at their device: a heart, and what is made to happen to it. */
final class Bedside {
  private final String patient;
  private final HeartRate heart;
  private final Scenarios scenarios;
  private final HeldBack heldBack = new HeldBack();

  Bedside(String patient, HeartRate heart, Scenarios scenarios) {
    this.patient = patient;
    this.heart = heart;
    this.scenarios = scenarios;
  }

  String patient() {
    return patient;
  }

  boolean isSilencedAt(Instant time) {
    return scenarios.effectOn(patient, time).silences();
  }

  /** How often a reading is sent once more after it was acknowledged. */
  int copiesAt(Instant time) {
    return scenarios.effectOn(patient, time).copies();
  }

  /** Puts what the monitor shows at this time into the device's hands. */
  void measure(long timeMs, BedsideDevice device, Books books) {
    Instant time = Instant.ofEpochMilli(timeMs);
    long second = time.getEpochSecond();
    Effect effect = scenarios.effectOn(patient, time);
    release(effect, time, device);
    if (!effect.measures(second)) {
      return;
    }
    makeRoom(device).ifPresent(books::dropped);
    Reading reading =
        device.reading(patient, timeMs + effect.clockOffsetMs(), effect.shown(heart, second));
    books.measured(reading);
    Duration hold = effect.holdsBack(time);
    if (hold.isZero()) {
      device.take(reading);
    } else {
      device.holdBack(1);
      heldBack.add(reading, time.plus(hold));
    }
  }

  Stream<Reading> heldBack() {
    return heldBack.readings();
  }

  /** Nothing is held back once the scenario is over. */
  private void release(Effect effect, Instant time, BedsideDevice device) {
    List<Reading> released =
        heldBack.release(
            effect.holdsBack(time).isZero() && !effect.silences() ? Instant.MAX : time);
    device.holdBack(-released.size());
    released.forEach(device::take);
  }

  private Optional<Reading> makeRoom(BedsideDevice device) {
    if (!device.isFull()) {
      return Optional.empty();
    }
    Optional<Reading> oldest = device.giveUpOldest();
    if (oldest.isPresent()) {
      return oldest;
    }
    Optional<Reading> held = heldBack.giveUpNext();
    held.ifPresent(reading -> device.holdBack(-1));
    return held;
  }
}
