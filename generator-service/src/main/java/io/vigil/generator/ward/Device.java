package io.vigil.generator.ward;

import java.util.List;

/**
 * A device with a token of its own: a monitor beside one bed, or the gateway of a ward, which
 * speaks for many.
 *
 * @param id for example {@code dev-p-0001}
 * @param beds whose readings it brings, one at least
 */
public record Device(String id, List<Bed> beds) {
  public Device {
    beds = List.copyOf(beds);
  }

  /** The monitor beside this bed. */
  public static Device beside(Bed bed) {
    return new Device("dev-" + bed.patient(), List.of(bed));
  }

  /** The ids of its patients. */
  public List<String> patients() {
    return beds.stream().map(Bed::patient).toList();
  }
}
