package io.vigil.gateway.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.data.ByteUtils;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The blocks of the history. */
final class ColdBlocks implements BlockStore {
  private final CassandraConnection connection;
  private final String keyspace;
  private volatile @Nullable SelectFragments select;

  ColdBlocks(CassandraConnection connection, String keyspace) {
    this.connection = connection;
    this.keyspace = keyspace;
  }

  @Override
  public boolean isThere() {
    return connection.session().isPresent();
  }

  @Override
  public CompletableFuture<List<byte[]>> blocks(Question question) {
    return connection
        .session()
        .map(session -> prepared(session).thenCompose(known -> blocks(question, known)))
        .orElseGet(() -> CompletableFuture.failedFuture(new StoreAway("the history")));
  }

  /** Prepared at the first question, since the table may be created after we have started. */
  private CompletableFuture<SelectFragments> prepared(CqlSession session) {
    SelectFragments known = select;
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    return SelectFragments.prepare(session, keyspace)
        .thenApply(
            fresh -> {
              select = fresh;
              return fresh;
            })
        .toCompletableFuture();
  }

  private static CompletableFuture<List<byte[]>> blocks(Question question, SelectFragments select) {
    List<List<Fragment>> days = new ArrayList<>();
    List<CompletableFuture<Void>> asked = new ArrayList<>();
    LocalDate last = dayOf(question.toMs() - 1);
    for (LocalDate day = dayOf(question.fromMs()); !day.isAfter(last); day = day.plusDays(1)) {
      List<Fragment> ofDay = new ArrayList<>();
      days.add(ofDay);
      asked.add(select.collect(question, day, ofDay).toCompletableFuture());
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                days.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingLong(Fragment::firstOffset))
                    .map(fragment -> ByteUtils.getArray(fragment.block()))
                    .toList());
  }

  private static LocalDate dayOf(long timeMs) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
  }
}
