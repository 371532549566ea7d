package io.vigil.generator.ward;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All simulated beds and the devices that serve them. */
public final class Ward {
  private static final int BEDS_OF_A_WARD = 20;
  private static final int LOWEST_FLOOR = 3;
  private static final List<String> WINGS = List.of("West", "East");

  private final List<Bed> beds;
  private final List<Device> devices;
  private final Map<String, Bed> byPatient;

  private Ward(List<Bed> beds, int bedsOfADevice) {
    this.beds = beds;
    this.devices = devices(beds, bedsOfADevice);
    this.byPatient = beds.stream().collect(Collectors.toMap(Bed::patient, Function.identity()));
  }

  /** The first so many beds, each with a device of its own. */
  public static Ward of(int patients) {
    return of(patients, 1);
  }

  /** The first so many beds, so many of them at a time sharing a device. */
  public static Ward of(int patients, int bedsOfADevice) {
    return new Ward(IntStream.range(0, patients).mapToObj(Ward::bed).toList(), bedsOfADevice);
  }

  /** The beds in the order of their patients' ids. */
  public List<Bed> beds() {
    return beds;
  }

  /** The devices in the order of their beds. */
  public List<Device> devices() {
    return devices;
  }

  /** The bed in which this patient lies, or empty if nobody of this id is simulated. */
  public Optional<Bed> bedOf(String patient) {
    return Optional.ofNullable(byPatient.get(patient));
  }

  private static List<Device> devices(List<Bed> beds, int bedsOfADevice) {
    if (bedsOfADevice == 1) {
      return beds.stream().map(Device::beside).toList();
    }
    int count = (beds.size() + bedsOfADevice - 1) / bedsOfADevice;
    return IntStream.range(0, count)
        .mapToObj(index -> gateway(beds, index, bedsOfADevice))
        .toList();
  }

  /** Its size is in its id: a gateway of another size speaks for others, by another token. */
  private static Device gateway(List<Bed> beds, int index, int size) {
    int from = index * size;
    return new Device(
        "ward-of-%d-%04d".formatted(size, index + 1),
        beds.subList(from, Math.min(beds.size(), from + size)));
  }

  private static Bed bed(int index) {
    int ward = index / BEDS_OF_A_WARD;
    return new Bed(
        "p-%04d".formatted(index + 1),
        Names.of(index),
        "Ward %d %s".formatted(LOWEST_FLOOR + ward / WINGS.size(), WINGS.get(ward % WINGS.size())),
        "%02d".formatted(index % BEDS_OF_A_WARD + 1),
        index % 7 == 2);
  }
}
