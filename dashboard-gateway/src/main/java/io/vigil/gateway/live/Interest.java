package io.vigil.gateway.live;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which sessions follow which patient. Used by the hub's thread alone. */
final class Interest {
  private final Map<String, Set<LiveSession>> byPatient = new HashMap<>();

  void add(String patient, LiveSession session) {
    byPatient.computeIfAbsent(patient, id -> new LinkedHashSet<>()).add(session);
    session.followed().add(patient);
  }

  void remove(String patient, LiveSession session) {
    session.followed().remove(patient);
    byPatient.computeIfPresent(
        patient,
        (id, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }

  void removeAll(LiveSession session) {
    Set.copyOf(session.followed()).forEach(patient -> remove(patient, session));
  }

  /** Those who follow this patient. */
  Set<LiveSession> in(String patient) {
    return byPatient.getOrDefault(patient, Collections.emptySet());
  }
}
