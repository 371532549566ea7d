package io.vigil.ingest.reading;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought: the readings that may go into the log, by patient, and a reason for
 * each of the others. Not thread-safe; no longer changed once parsed.
 */
public final class Submission {
  private final Map<String, PatientReadings> byPatient = new LinkedHashMap<>(2);
  private final List<Rejection> rejections = new ArrayList<>(0);
  private @Nullable PatientReadings latest;
  private int size;
  private int ofOtherPatients;

  Submission() {}

  /** The acceptable readings, one entry for each patient. */
  public Collection<PatientReadings> patients() {
    return byPatient.values();
  }

  /** The refused readings, in the order in which they came. */
  public List<Rejection> rejections() {
    return rejections;
  }

  /** How many readings are acceptable. */
  public int acceptable() {
    return size - rejections.size();
  }

  /** How many acceptable readings were measured before this time, in milliseconds since 1970. */
  public int olderThan(long ms) {
    int older = 0;
    for (PatientReadings readings : byPatient.values()) {
      for (ReadingSeries series : readings.series()) {
        older += series.olderThan(ms);
      }
    }
    return older;
  }

  /** Whether there are readings, and every one names a patient of some other device. */
  public boolean isAllOfOtherPatients() {
    return size > 0 && ofOtherPatients == size;
  }

  /** How many readings came so far, which is also the index of the next. */
  int size() {
    return size;
  }

  void reject(Flaw flaw) {
    if (flaw.equals(Flaw.PATIENT_OF_ANOTHER)) {
      ofOtherPatients++;
    }
    rejections.add(new Rejection(size++, flaw));
  }

  void accept(ReadingDraft draft) {
    of(requireNonNull(draft.patient())).of(requireNonNull(draft.vital())).add(draft);
    size++;
  }

  private PatientReadings of(String patient) {
    PatientReadings candidate = latest;
    if (candidate == null || !candidate.patient().equals(patient)) {
      candidate = byPatient.computeIfAbsent(patient, PatientReadings::new);
      latest = candidate;
    }
    return candidate;
  }
}
