package io.vigil.alert.backtest;

import io.vigil.alert.rule.Admissions;
import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.Surroundings;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the rules over a patient's past. Each reading is judged in its place by event time, as if it
 * had been taken at once, so that one that came late then counts as any other. Silence raises
 * nothing: limits do not change it. Used by all threads.
 */
public final class Backtest {
  /** Nothing is escalated or told again here, for nothing is asked what is due. */
  private static final LifeCycle UNUSED = new LifeCycle(1, 1, 1, 1);

  private final Rules rules;

  public Backtest(Rules rules) {
    this.rules = rules;
  }

  /**
   * The episodes that these limits would have given, in the order of their onset: each as it ended,
   * or as it was raised where it lasts.
   *
   * @param limits all of them; where they name none, Vigil's own hold
   */
  public List<Alert> episodes(String patient, Map<Vital, ReadingColumns> readings, Limits limits) {
    Map<String, Alert> episodes = new LinkedHashMap<>();
    Surroundings with =
        new Surroundings(
            rules, UNUSED, new Listening(), new NobodyIsSilent(), alert -> keep(alert, episodes));
    PatientWatch watch = new PatientWatch(patient);
    watch.setWardLimits(limits, 0, with);
    InTime inTime = new InTime(readings);
    while (inTime.next()) {
      watch.take(inTime.vital(), inTime.timeMs(), inTime.value(), inTime.timeMs(), with);
    }
    return episodes.values().stream().sorted(Comparator.comparing(Alert::onset)).toList();
  }

  /** An episode ends once: what is told of it after that is about who has seen it. */
  private static void keep(Alert alert, Map<String, Alert> episodes) {
    Alert before = episodes.get(alert.id());
    if (before == null || before.state() != AlertState.RESOLVED) {
      episodes.put(alert.id(), alert);
    }
  }

  /** Of the past, only values are judged. */
  private static final class NobodyIsSilent implements Admissions {
    @Override
    public Optional<AlertPriority> priorityOfSilence(String patient) {
      return Optional.empty();
    }

    @Override
    public Limits wardLimits(String patient) {
      return Limits.NONE;
    }

    @Override
    public boolean hasDevice(String patient) {
      return false;
    }
  }
}
