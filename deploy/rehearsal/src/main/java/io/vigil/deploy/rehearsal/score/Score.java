package io.vigil.deploy.rehearsal.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario came to.
 *
 * @param expected episodes that had to come
 * @param raised of these, those that came
 * @param delaysMs of these, from when they were due until they were heard
 * @param faults in words, one for each thing that went wrong
 */
public record Score(int expected, int raised, List<Long> delaysMs, List<Fault> faults) {
  public Score {
    delaysMs = List.copyOf(delaysMs);
    faults = List.copyOf(faults);
  }

  /** What can go wrong. */
  public enum Kind {
    /** It had to come and did not, or was not resolved. */
    MISSED,
    /** It came twice. */
    DOUBLED,
    /** Nothing was wrong with the patient. */
    FALSE,
    /** It came after its time. */
    LATE
  }

  /** One thing that went wrong. */
  public record Fault(Kind kind, String patient, String detail) {}

  static Score none() {
    return new Score(0, 0, List.of(), List.of());
  }

  Score plus(Score other) {
    List<Long> delays = new ArrayList<>(delaysMs);
    delays.addAll(other.delaysMs);
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(other.faults);
    return new Score(expected + other.expected, raised + other.raised, delays, all);
  }

  public long count(Kind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).count();
  }

  public boolean isClean() {
    return faults.isEmpty();
  }

  public long medianDelayMs() {
    return delaysMs.stream().sorted().skip(delaysMs.size() / 2).findFirst().orElse(0L);
  }

  public long worstDelayMs() {
    return delaysMs.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
