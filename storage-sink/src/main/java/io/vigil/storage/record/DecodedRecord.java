package io.vigil.storage.record;

import java.util.List;

/**
 * What one record of the log holds.
 *
 * @param series what of it can be stored
 * @param rejections what of it cannot; empty where all of it can
 */
public record DecodedRecord(List<ReceivedSeries> series, List<Rejection> rejections) {
  public DecodedRecord {
    series = List.copyOf(series);
    rejections = List.copyOf(rejections);
  }

  static DecodedRecord rejected(RejectReason reason, String detail, int readings) {
    return new DecodedRecord(List.of(), List.of(new Rejection(reason, detail, readings)));
  }

  /** How many readings of it can be stored. */
  public int readings() {
    return series.stream().mapToInt(one -> one.readings().size()).sum();
  }
}
