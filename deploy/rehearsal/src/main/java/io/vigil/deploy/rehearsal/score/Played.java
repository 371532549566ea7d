package io.vigil.deploy.rehearsal.score;

import io.vigil.deploy.rehearsal.scenario.Bed;
import java.util.Map;

/**
 * One bed as it was played.
 *
 * @param patient the id under which it was admitted
 * @param startMs when second 0 of the script was, by the device's clock
 * @param acknowledgedMs when ingest acknowledged the reading of each second; none that it refused
 */
public record Played(Bed bed, String patient, long startMs, Map<Integer, Long> acknowledgedMs) {
  public Played {
    acknowledgedMs = Map.copyOf(acknowledgedMs);
  }
}
