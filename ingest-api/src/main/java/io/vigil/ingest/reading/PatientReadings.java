package io.vigil.ingest.reading;

import io.vigil.schema.vital.Vital;
import java.util.ArrayList;
import java.util.List;

/** What one request brought of one patient; becomes one record of the log. */
public final class PatientReadings {
  private final String patient;
  private final List<ReadingSeries> series = new ArrayList<>(2);

  PatientReadings(String patient) {
    this.patient = patient;
  }

  public String patient() {
    return patient;
  }

  /** One for each vital that came, each vital at most once. */
  public List<ReadingSeries> series() {
    return series;
  }

  /** How many readings there are, of all vitals. */
  public int size() {
    int size = 0;
    for (ReadingSeries one : series) {
      size += one.size();
    }
    return size;
  }

  ReadingSeries of(Vital vital) {
    for (ReadingSeries one : series) {
      if (one.vital() == vital) {
        return one;
      }
    }
    ReadingSeries added = new ReadingSeries(vital);
    series.add(added);
    return added;
  }
}
