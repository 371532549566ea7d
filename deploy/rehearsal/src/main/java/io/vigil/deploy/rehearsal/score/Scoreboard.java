package io.vigil.deploy.rehearsal.score;

import io.vigil.deploy.rehearsal.score.Score.Fault;
import io.vigil.deploy.rehearsal.score.Score.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of a rehearsal as a table for people. */
public final class Scoreboard {
  private static final int FAULTS_TOLD = 5;

  private final Map<String, Score> scores = new LinkedHashMap<>();

  public void add(String scenario, Score score) {
    scores.put(scenario, score);
  }

  public boolean isClean() {
    return scores.values().stream().allMatch(Score::isClean);
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-22s %8s %7s %7s %8s %6s %5s %10s %10s%n"
            .formatted(
                "scenario",
                "expected",
                "raised",
                "missed",
                "doubled",
                "false",
                "late",
                "median",
                "worst"));
    scores.forEach((name, score) -> table.append(row(name, score)));
    scores.forEach((name, score) -> faults(name, score.faults()).forEach(table::append));
    return table.toString();
  }

  private static String row(String name, Score score) {
    return "%-22s %8d %7d %7d %8d %6d %5d %7d ms %7d ms%n"
        .formatted(
            name,
            score.expected(),
            score.raised(),
            score.count(Kind.MISSED),
            score.count(Kind.DOUBLED),
            score.count(Kind.FALSE),
            score.count(Kind.LATE),
            score.medianDelayMs(),
            score.worstDelayMs());
  }

  private static List<String> faults(String name, List<Fault> faults) {
    return faults.stream()
        .limit(FAULTS_TOLD)
        .map(
            fault ->
                "%s: %s: %s of %s%n"
                    .formatted(
                        name,
                        fault.kind().name().toLowerCase(java.util.Locale.ROOT),
                        fault.detail(),
                        fault.patient()))
        .toList();
  }
}
