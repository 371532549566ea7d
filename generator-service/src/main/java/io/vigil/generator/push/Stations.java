package io.vigil.generator.push;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.retry.Backoff;
import io.vigil.generator.scenario.Scenarios;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Ward;
import io.vigil.generator.ward.WardProperties;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Puts a device beside every bed. */
@Component
class Stations {
  private final Ward ward;
  private final long seed;
  private final PushProperties push;
  private final DeviceAccess access;
  private final Scenarios scenarios;

  Stations(
      Ward ward,
      WardProperties properties,
      PushProperties push,
      DeviceAccess access,
      Scenarios scenarios) {
    this.ward = ward;
    this.seed = properties.seed();
    this.push = push;
    this.access = access;
    this.scenarios = scenarios;
  }

  int count() {
    return ward.beds().size();
  }

  /**
   * The stations in the order of their beds, with devices that start now. Their sequences start
   * with the epoch second: as no device measures more than once a second, they go on above those of
   * earlier runs, and the numbers left out tell how long the device was away.
   */
  List<Station> startingAt(Instant now) {
    return ward.beds().stream().map(bed -> station(bed, now)).toList();
  }

  private Station station(Bed bed, Instant now) {
    Backoff backoff = new Backoff(push.firstRetry(), push.longestRetry(), new Random());
    return new Station(
        bed,
        HeartRate.of(seed, bed.patient()),
        new BedsideDevice(now.getEpochSecond(), push.backlog(), push.tokenSettlesWithin(), backoff),
        access,
        scenarios);
  }
}
