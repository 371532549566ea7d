package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What alarms of values a patient's readings would have raised under some limits: the same
 * thresholds as on the stream, over readings that are all known, each in its place by event time.
 * Pure, and not thread-safe.
 */
public final class Backtest {
  private final Map<Vital, VitalRules> rules;
  private final String patient;
  private final Moment moment;
  private final Map<String, Alert> newest = new LinkedHashMap<>();
  private final Map<Vital, Sides> sides = new EnumMap<>(Vital.class);

  /** Nothing happens by itself where everything is past. */
  private static final LifeCycle NO_LIFE =
      new LifeCycle(Long.MAX_VALUE, Long.MAX_VALUE, 1, Long.MAX_VALUE);

  /** Who is admitted does not matter to values. */
  private static final class NobodyAdmitted implements Admissions {
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

  private record Sides(Side upper, Side lower) {}

  /**
   * Begins with no readings.
   *
   * @param limits those in force; where they name none, {@link Limits#DEFAULTS}
   */
  public Backtest(String patient, Rules all, Limits limits) {
    this.patient = patient;
    this.rules = all.under(limits.over(Limits.DEFAULTS));
    Surroundings with =
        new Surroundings(all, NO_LIFE, new Listening(), new NobodyAdmitted(), this::keep);
    this.moment = new Moment(NONE, NONE, with, new NextDue());
  }

  /** An episode ends once: what is told of it after that is about who has seen it. */
  private void keep(Alert alert) {
    Alert before = newest.get(alert.id());
    if (before == null || before.state() != AlertState.RESOLVED) {
      newest.put(alert.id(), alert);
    }
  }

  /** Takes in a reading; those of one vital in the order of their event times. */
  public void take(Vital vital, long timeMs, int value) {
    VitalRules ofVital = rules.get(vital);
    if (ofVital != null) {
      Sides both = sides.computeIfAbsent(vital, this::sidesOf);
      both.upper().judge(timeMs, value, ofVital, moment);
      both.lower().judge(timeMs, value, ofVital, moment);
    }
  }

  private Sides sidesOf(Vital vital) {
    Subject subject = new Subject(patient, vital);
    return new Sides(Side.upper(subject), Side.lower(subject));
  }

  /** Each episode as it is after the last reading, in the order of their onsets. */
  public List<Alert> episodes() {
    return newest.values().stream().sorted(Comparator.comparing(Alert::onset)).toList();
  }
}
