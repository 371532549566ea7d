package io.vigil.generator.push;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.store.Reading;
import io.vigil.generator.ward.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device with those whom it watches. One without anybody has only to get rid of what it has. Not
 * for several threads.
 */
final class Station {
  private final Device device;
  private final List<Bedside> bedsides;
  private final BedsideDevice hands;
  private final DeviceAccess access;

  Station(Device device, List<Bedside> bedsides, BedsideDevice hands, DeviceAccess access) {
    this.device = device;
    this.bedsides = List.copyOf(bedsides);
    this.hands = hands;
    this.access = access;
  }

  Device device() {
    return device;
  }

  /** What it has in hand. */
  BedsideDevice hands() {
    return hands;
  }

  /** The device's token, or empty as long as it has none. */
  Optional<String> token() {
    return access.tokenOf(device.id());
  }

  void renewToken() {
    access.renew(device);
  }

  /** Whether the device works at this time: registered, and not made silent. */
  boolean isAtWork(Instant time) {
    return token().isPresent() && !isSilenced(time);
  }

  /** Takes the values of this time of all who are watched. */
  void measure(long timeMs, Books books) {
    Instant time = Instant.ofEpochMilli(timeMs);
    for (Bedside bedside : bedsides) {
      if (!bedside.isSilencedAt(time)) {
        bedside.measure(timeMs, hands, books);
      }
    }
  }

  /** Takes a value that does not come from a simulated heart. */
  void record(String patient, long timeMs, int hundredths, Books books) {
    if (hands.isFull()) {
      hands.giveUpOldest().ifPresent(books::dropped);
    }
    Reading reading = hands.reading(patient, timeMs, hundredths);
    books.measured(reading);
    hands.take(reading);
  }

  /** Takes a reading of an earlier run. */
  void takeOver(Reading reading, Books books) {
    if (hands.isFull()) {
      hands.giveUpOldest().ifPresent(books::dropped);
    }
    hands.takeOver(reading);
  }

  /** Has an acknowledged reading sent again, as often as a fault at this time says. */
  void copy(Reading reading, Instant time) {
    for (Bedside bedside : bedsides) {
      if (bedside.patient().equals(reading.patient())) {
        for (int copy = bedside.copiesAt(time); copy > 0; copy--) {
          hands.copy(reading);
        }
      }
    }
  }

  /** All readings of which nothing is decided yet. */
  Stream<Reading> undecided() {
    return Stream.concat(hands.readings(), bedsides.stream().flatMap(Bedside::heldBack));
  }

  private boolean isSilenced(Instant time) {
    return !bedsides.isEmpty() && bedsides.stream().allMatch(bedside -> bedside.isSilencedAt(time));
  }
}
