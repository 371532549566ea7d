package io.vigil.generator.ward;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All simulated beds. */
public final class Ward {
  private static final int BEDS_OF_A_WARD = 20;
  private static final int LOWEST_FLOOR = 3;
  private static final List<String> WINGS = List.of("West", "East");

  private final List<Bed> beds;
  private final Map<String, Bed> byPatient;

  private Ward(List<Bed> beds) {
    this.beds = beds;
    this.byPatient = beds.stream().collect(Collectors.toMap(Bed::patient, Function.identity()));
  }

  /** The first so many beds. */
  public static Ward of(int patients) {
    return new Ward(IntStream.range(0, patients).mapToObj(Ward::bed).toList());
  }

  /** The beds in the order of their patients' ids. */
  public List<Bed> beds() {
    return beds;
  }

  /** The bed in which this patient lies, or empty if nobody of this id is simulated. */
  public Optional<Bed> bedOf(String patient) {
    return Optional.ofNullable(byPatient.get(patient));
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
