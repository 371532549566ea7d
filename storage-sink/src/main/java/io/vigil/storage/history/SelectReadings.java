package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.data.ByteUtils;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads the rows of a day that overlap a range of event times, and takes their union. */
final class SelectReadings {
  private static final String CQL =
      """
      SELECT fragment, last_ms, block FROM %s.fragments
      WHERE patient = ? AND vital = ? AND day = ? AND first_ms < ?
      """;

  private final CqlSession session;
  private final PreparedStatement prepared;
  private final BlockCodec codec;

  private SelectReadings(CqlSession session, PreparedStatement prepared, BlockCodec codec) {
    this.session = session;
    this.prepared = prepared;
    this.codec = codec;
  }

  static SelectReadings prepare(CqlSession session, String keyspace, BlockCodec codec) {
    SimpleStatement cql = SimpleStatement.newInstance(CQL.formatted(keyspace)).setIdempotent(true);
    return new SelectReadings(session, session.prepare(cql), codec);
  }

  CompletionStage<ReadingColumns> execute(SeriesKey series, LocalDate day, long fromMs, long toMs) {
    List<Part> parts = new ArrayList<>();
    return session
        .executeAsync(prepared.bind(series.patient(), series.vital().code(), day, toMs))
        .thenCompose(page -> collect(page, fromMs, parts))
        .thenApply(end -> union(parts).between(fromMs, toMs));
  }

  private CompletionStage<Void> collect(AsyncResultSet page, long fromMs, List<Part> into) {
    for (Row row : page.currentPage()) {
      if (row.getLong("last_ms") >= fromMs) {
        into.add(part(row));
      }
    }
    return page.hasMorePages()
        ? page.fetchNextPage().thenCompose(next -> collect(next, fromMs, into))
        : CompletableFuture.completedStage(null);
  }

  private Part part(Row row) {
    return new Part(
        OffsetRange.parse(Objects.requireNonNull(row.getString("fragment"))),
        codec.decode(ByteUtils.getArray(Objects.requireNonNull(row.getByteBuffer("block")))));
  }

  private static ReadingColumns union(List<Part> parts) {
    return parts.stream()
        .sorted(Comparator.comparing(Part::offsets, OffsetRange.LOG_ORDER))
        .map(Part::readings)
        .reduce(ReadingColumns.EMPTY, ReadingColumns::union);
  }

  private record Part(OffsetRange offsets, ReadingColumns readings) {}
}
