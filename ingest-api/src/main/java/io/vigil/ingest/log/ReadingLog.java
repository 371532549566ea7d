package io.vigil.ingest.log;

import io.vigil.ingest.reading.PatientReadings;
import java.util.Collection;
import java.util.function.Consumer;

/** Where readings are put so that they are never lost. */
public interface ReadingLog {
  /**
   * Puts the readings of one request into the log, one record for each patient, without blocking.
   *
   * @param readings at least one
   * @param device the id of the device that sent them
   * @param ingestTimeMs when the request was taken, in milliseconds since 1970
   * @param ended told exactly once how it ended, by this thread or another, and never later than
   *     the delivery timeout; must not block
   */
  void append(
      Collection<PatientReadings> readings,
      String device,
      long ingestTimeMs,
      Consumer<Append> ended);
}
