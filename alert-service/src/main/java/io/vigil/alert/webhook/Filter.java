package io.vigil.alert.webhook;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alarm events a subscription is for; an empty set stands for all.
 *
 * @param rules codes, for example {@code high}
 * @param priorities {@code high}, {@code medium}, {@code low}
 * @param states {@code raised}, {@code escalated}, {@code acknowledged}, {@code resolved}
 * @param patients ids
 * @param wards names, as the registry has them
 */
record Filter(
    Set<String> rules,
    Set<String> priorities,
    Set<String> states,
    Set<String> patients,
    Set<String> wards) {
  static final Filter ALL = new Filter(null, null, null, null, null);

  Filter(
      @Nullable Set<String> rules,
      @Nullable Set<String> priorities,
      @Nullable Set<String> states,
      @Nullable Set<String> patients,
      @Nullable Set<String> wards) {
    this.rules = orAll(rules);
    this.priorities = orAll(priorities);
    this.states = orAll(states);
    this.patients = orAll(patients);
    this.wards = orAll(wards);
  }

  private static Set<String> orAll(@Nullable Set<String> chosen) {
    return chosen == null ? Set.of() : Set.copyOf(chosen);
  }

  /**
   * Whether an event passes.
   *
   * @param ofPatients the wards of its patients; none of those who are not admitted any more
   */
  boolean passes(Alert alert, Set<String> ofPatients) {
    return isChosen(rules, alert.rule().code())
        && isChosen(priorities, alert.priority().name().toLowerCase(Locale.ROOT))
        && isChosen(states, alert.state().code())
        && (alert.rule() == AlertRule.PIPELINE || concerns(alert, ofPatients));
  }

  /** Whom it is about; that Vigil itself is silent concerns everybody. */
  private boolean concerns(Alert alert, Set<String> ofPatients) {
    List<String> members = alert.members() == null ? List.of() : alert.members();
    return (isChosen(patients, alert.patient()) || members.stream().anyMatch(patients::contains))
        && (wards.isEmpty() || ofPatients.stream().anyMatch(wards::contains));
  }

  private static boolean isChosen(Set<String> chosen, String one) {
    return chosen.isEmpty() || chosen.contains(one);
  }
}
