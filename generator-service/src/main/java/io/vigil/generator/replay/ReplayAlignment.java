package io.vigil.generator.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which time of a recording becomes now. */
enum ReplayAlignment {
  /** That of the first row; between patients nothing moves. */
  FILE,
  /** Each patient's earliest one, so that all begin together. */
  PATIENT;

  static Optional<ReplayAlignment> ofCode(String code) {
    return Arrays.stream(values())
        .filter(alignment -> alignment.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst();
  }

  /** By how much this recording is moved. */
  long offsetMs(Recording recording, Recordings recordings, long nowMs) {
    return nowMs - (this == FILE ? recordings.firstMs() : recording.firstMs());
  }
}
