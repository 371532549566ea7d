package io.vigil.storage.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The history in Cassandra. */
final class CassandraFragments implements Fragments {
  private final CassandraConnection connection;

  CassandraFragments(CassandraConnection connection) {
    this.connection = connection;
  }

  @Override
  public CompletionStage<Void> append(Fragment fragment) {
    return whenConnected(statements -> statements.insertFragment().execute(fragment));
  }

  @Override
  public CompletionStage<ReadingColumns> readings(
      SeriesKey series, LocalDate day, long fromMs, long toMs) {
    return whenConnected(
        statements -> statements.selectReadings().execute(series, day, fromMs, toMs));
  }

  private <T> CompletionStage<T> whenConnected(Function<Statements, CompletionStage<T>> ask) {
    return connection
        .statements()
        .map(ask)
        .orElseGet(() -> CompletableFuture.failedStage(new HistoryAwayException()));
  }
}
