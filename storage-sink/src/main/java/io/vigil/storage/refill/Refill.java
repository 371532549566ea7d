package io.vigil.storage.refill;

import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.hot.HotBlocks;
import io.vigil.storage.series.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Copies hours of everybody who is admitted from the history into the hot window. */
final class Refill {
  private final Registry registry;
  private final Fragments history;
  private final HotBlocks hot;

  Refill(Registry registry, Fragments history, HotBlocks hot) {
    this.registry = registry;
    this.history = history;
    this.hot = hot;
  }

  /**
   * Copies one hour, patient by patient.
   *
   * @return how many readings that were
   * @throws ExecutionException if the history could not be read; the hour may be copied again
   */
  int copy(Instant hour) throws InterruptedException, ExecutionException {
    int readings = 0;
    for (Patient patient : registry.patients()) {
      readings += copy(patient, hour);
    }
    return readings;
  }

  private int copy(Patient patient, Instant hour) throws InterruptedException, ExecutionException {
    LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
    long from = hour.toEpochMilli();
    long to = from + HotWindow.BLOCK_SPAN.toMillis();
    Map<SeriesKey, CompletableFuture<ReadingColumns>> asked = new HashMap<>();
    for (Vital vital : Vital.values()) {
      SeriesKey series = new SeriesKey(patient.id(), vital);
      asked.put(series, history.readings(series, day, from, to).toCompletableFuture());
    }
    Map<SeriesKey, ReadingColumns> found = new HashMap<>();
    for (Map.Entry<SeriesKey, CompletableFuture<ReadingColumns>> entry : asked.entrySet()) {
      found.put(entry.getKey(), entry.getValue().get());
    }
    hot.append(found);
    return found.values().stream().mapToInt(ReadingColumns::size).sum();
  }
}
