package io.vigil.deploy.rehearsal.play;

import io.vigil.deploy.rehearsal.scenario.Bed;
import io.vigil.deploy.rehearsal.scenario.Push;
import io.vigil.deploy.rehearsal.score.Played;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bed with the patient who plays it.
 *
 * @param startMs when second 0 of the script is, by the device's clock
 */
record Cast(Bed bed, String patient, long startMs, Map<Integer, Long> acknowledgedMs) {
  /**
   * @param startMs when second 0 is, by ours
   */
  static Cast of(Bed bed, String patient, long startMs) {
    return new Cast(
        bed, patient, startMs + bed.script().skewSeconds() * 1_000L, new ConcurrentHashMap<>());
  }

  String json(Push.Sample sample) {
    return "{\"patient\":\"%s\",\"vital\":\"heart_rate\",\"time\":%d,\"value\":%d}"
        .formatted(patient, startMs + sample.second() * 1_000L, sample.value());
  }

  void acknowledged(Push push, long ms) {
    push.readings().forEach(sample -> acknowledgedMs.putIfAbsent(sample.second(), ms));
  }

  Played played() {
    return playedAs(patient);
  }

  /** The same by a group in which every bed plays this. */
  Played playedAs(String group) {
    return new Played(bed, group, startMs, acknowledgedMs);
  }
}
