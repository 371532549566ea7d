package io.vigil.bench.alerts;

/**
 * The patients of the backlog, second by second: at 1 Hz each, and each in turn once in half an
 * hour above the upper limit for 25 s, below the lower for 25 s, and silent for 8 s. That makes 144
 * episodes a bed and day, as wards have been counted to have.
 *
 * @param patients how many
 * @param secondsPerRound nobody falls silent where a round begins or ends
 */
record Ward(int patients, int secondsPerRound) {
  private static final int PERIOD = 1_800;
  private static final int LASTING = 25;
  private static final int SILENCE = 8;

  /** Until then all that is to be caught up with may be read. */
  private static final int QUIET_AT_FIRST = 200;

  private static final int QUIET_AT_LAST = 20;

  static String id(int patient) {
    return "p-%05d".formatted(patient);
  }

  /** In hundredths. */
  int value(int patient, int second) {
    int at = phase(patient, second);
    if (isWithin(at, 0, LASTING)) {
      return 135_00;
    }
    return isWithin(at, PERIOD / 3, LASTING)
        ? 45_00
        : 70_00 + (patient * 7 + second * 13) % 25 * 100;
  }

  boolean isSilent(int patient, int second) {
    int at = phase(patient, second) - 2 * PERIOD / 3;
    int began = second - at;
    int inRound = Math.floorMod(began, secondsPerRound);
    return isWithin(at, 0, SILENCE)
        && inRound >= QUIET_AT_FIRST
        && inRound + SILENCE + QUIET_AT_LAST < secondsPerRound;
  }

  /**
   * Neighbours are as far apart as can be, so that the patients of a ward never fall silent
   * together.
   */
  private int phase(int patient, int second) {
    return Math.floorMod((int) ((long) patient * PERIOD / patients) + second, PERIOD);
  }

  private static boolean isWithin(int at, int from, int lasting) {
    return at >= from && at < from + lasting;
  }
}
