package io.vigil.deploy.rehearsal.scenario;

import java.util.List;
import java.util.Set;

/**
 * One patient of a scenario.
 *
 * @param script what their device pushes
 * @param expected the episodes that have to come
 * @param tolerated codes of rules of which an episode may come or not
 */
public record Bed(Script script, List<Expected> expected, Set<String> tolerated) {
  public Bed {
    expected = List.copyOf(expected);
    tolerated = Set.copyOf(tolerated);
  }

  static Bed of(Script script, Expected... expected) {
    return new Bed(script, List.of(expected), Set.of());
  }

  Bed tolerating(String... rules) {
    return new Bed(script, expected, Set.of(rules));
  }
}
