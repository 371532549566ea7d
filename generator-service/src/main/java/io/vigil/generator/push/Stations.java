package io.vigil.generator.push;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.retry.Backoff;
import io.vigil.generator.scenario.Scenarios;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.store.Reading;
import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Device;
import io.vigil.generator.ward.Ward;
import io.vigil.generator.ward.WardProperties;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts devices beside the beds. */
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

  /**
   * Stations with devices that start now, in the order of their beds. Their sequences start with
   * the epoch second, times the patients of the device: as nobody is measured more than once a
   * second, they go on above those of earlier runs, and the numbers left out tell how long the
   * device was away.
   */
  List<Station> startingAt(Instant now) {
    return ward.devices().stream()
        .map(
            device ->
                station(
                    device,
                    device.beds().stream().map(this::bedside).toList(),
                    now.getEpochSecond() * device.beds().size()))
        .toList();
  }

  /** A station that replays a recording; recordings may have more than a reading a second. */
  Station ofReplay(Device device, Instant now) {
    return station(device, List.of(), now.toEpochMilli());
  }

  /**
   * Gives readings of an earlier run back to their devices. For those of whom nobody is watched any
   * more there are devices again that only send them, by the tokens that they had.
   *
   * @return the devices that only send
   */
  List<Station> giveBack(List<Reading> undecided, List<Station> stations, Books books) {
    Map<String, Station> byPatient =
        stations.stream()
            .flatMap(
                station ->
                    station.device().beds().stream().map(bed -> Map.entry(bed.patient(), station)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<String, Station> leftOver = new LinkedHashMap<>();
    for (Reading reading : undecided) {
      Station station = byPatient.get(reading.patient());
      if (station == null) {
        station = leftOver.computeIfAbsent(reading.patient(), this::leftOver);
      }
      station.takeOver(reading, books);
    }
    return List.copyOf(leftOver.values());
  }

  private Station leftOver(String patient) {
    Device device = Device.beside(new Bed(patient, patient, "", "", false));
    return station(device, List.of(), 0, new OldTokens(access));
  }

  private Bedside bedside(Bed bed) {
    return new Bedside(bed.patient(), HeartRate.of(seed, bed.patient()), scenarios);
  }

  private Station station(Device device, List<Bedside> bedsides, long firstSeq) {
    return station(device, bedsides, firstSeq, access);
  }

  private Station station(
      Device device, List<Bedside> bedsides, long firstSeq, DeviceAccess tokens) {
    int patients = device.beds().size();
    BedsideDevice hands =
        new BedsideDevice(
            firstSeq,
            push.capacity(patients, ward.beds().size()),
            push.batchFor(patients),
            push.presentFor(),
            push.tokenSettlesWithin(),
            () -> new Backoff(push.firstRetry(), push.longestRetry(), new Random()));
    return new Station(device, bedsides, hands, tokens);
  }
}
