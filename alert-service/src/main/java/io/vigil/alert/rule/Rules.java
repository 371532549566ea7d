package io.vigil.alert.rule;

import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules by vital; a vital without timing is not watched. Patients of the same limits share
 * their rules. Used by all threads.
 */
public final class Rules {
  /** Beyond this many different limits, what patients share is found anew. */
  private static final int MOST_SHARED = 10_000;

  private final Map<Vital, VitalTiming> timings;
  private final long neverStartedAfterMs;
  private final long pipelineAfterMs;
  private final Map<Limits, Map<Vital, VitalRules>> shared = new ConcurrentHashMap<>();

  /**
   * @param timings by vital
   * @param neverStartedAfterMs how long a patient who was admitted with a device may be silent
   * @param pipelineAfterMs how long our own pipeline may be silent
   */
  public Rules(Map<Vital, VitalTiming> timings, long neverStartedAfterMs, long pipelineAfterMs) {
    this.timings = new EnumMap<>(timings);
    this.neverStartedAfterMs = neverStartedAfterMs;
    this.pipelineAfterMs = pipelineAfterMs;
  }

  /** The vitals whose silence raises a gap, in their declared order. */
  public List<Vital> listenedFor() {
    return timings.entrySet().stream()
        .filter(entry -> entry.getValue().isSilenceWatched())
        .map(Map.Entry::getKey)
        .toList();
  }

  long neverStartedAfterMs() {
    return neverStartedAfterMs;
  }

  /** How long our own pipeline may be silent. */
  public long pipelineAfterMs() {
    return pipelineAfterMs;
  }

  /** The rules under these limits. */
  Map<Vital, VitalRules> under(Limits limits) {
    if (shared.size() > MOST_SHARED) {
      shared.clear();
    }
    return shared.computeIfAbsent(limits, this::build);
  }

  private Map<Vital, VitalRules> build(Limits limits) {
    Map<Vital, VitalRules> rules = new EnumMap<>(Vital.class);
    timings.forEach((vital, timing) -> rules.put(vital, VitalRules.of(limits.of(vital), timing)));
    return rules;
  }
}
