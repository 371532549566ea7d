package io.vigil.gateway.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** All readings of a patient between two times, for those who work on them within the gateway. */
public final class PastReadings {
  private final History history;

  PastReadings(History history) {
    this.history = history;
  }

  /**
   * What is known.
   *
   * @param byVital those vitals of which there are readings
   * @param partial a store was away or had something unreadable; there may be more
   */
  public record Known(Map<Vital, ReadingColumns> byVital, boolean partial) {}

  /**
   * Asks for the patient's readings from one time, included, to another, not included.
   *
   * @throws HistoryUnavailable if neither store can be asked
   */
  public Known between(String patient, Instant from, Instant to) {
    Map<Vital, ReadingColumns> byVital = new EnumMap<>(Vital.class);
    boolean partial = false;
    for (Vital vital : Vital.values()) {
      var question = new Question(patient, vital, from.toEpochMilli(), to.toEpochMilli());
      History.Known known = history.answer(question);
      partial |= known.partial();
      if (!known.readings().isEmpty()) {
        byVital.put(vital, known.readings());
      }
    }
    return new Known(byVital, partial);
  }
}
