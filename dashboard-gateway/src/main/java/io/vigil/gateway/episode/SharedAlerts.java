package io.vigil.gateway.episode;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.registry.RegistryKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Alerts that are about no single patient: that Vigil itself is silent concerns everybody, that a
 * ward or a gateway is whoever sees one of its patients, and nobody learns of the others.
 */
public final class SharedAlerts {
  private static final String OF_VIGIL = "vigil";

  private SharedAlerts() {}

  /** Whether an alert that names this as its patient is one of them. */
  public static boolean isShared(String patient) {
    return patient.equals(OF_VIGIL) || RegistryKey.isGroup(patient);
  }

  /**
   * Such an alert as somebody may know it who sees these patients; empty if it is none of theirs.
   */
  public static Optional<Alert> seenBy(Predicate<String> sees, Alert alert) {
    if (alert.patient().equals(OF_VIGIL)) {
      return Optional.of(alert);
    }
    List<String> members = alert.members() == null ? List.of() : alert.members();
    List<String> seen = members.stream().filter(sees).toList();
    return seen.isEmpty() ? Optional.empty() : Optional.of(alert.of(seen));
  }

  static Optional<Episode> seenBy(Predicate<String> sees, Episode episode) {
    List<Alert> revisions =
        episode.revisions().stream().flatMap(alert -> seenBy(sees, alert).stream()).toList();
    return seenBy(sees, episode.newest()).map(newest -> new Episode(newest, revisions));
  }
}
