package io.vigil.gateway.history;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads the fragments of one day that overlap a range of time. The filter works within the day's
 * partition, so that what it leaves out does not travel.
 */
final class SelectFragments {
  private static final String CQL =
      """
      SELECT fragment, block FROM %s.fragments
      WHERE patient = ? AND vital = ? AND day = ? AND first_ms < ? AND last_ms >= ?
      ALLOW FILTERING
      """;

  private final CqlSession session;
  private final PreparedStatement statement;

  private SelectFragments(CqlSession session, PreparedStatement statement) {
    this.session = session;
    this.statement = statement;
  }

  /** Fails as long as the table does not exist. */
  static CompletionStage<SelectFragments> prepare(CqlSession session, String keyspace) {
    SimpleStatement cql = SimpleStatement.newInstance(CQL.formatted(keyspace)).setIdempotent(true);
    return session
        .prepareAsync(cql)
        .thenApply(statement -> new SelectFragments(session, statement));
  }

  /** Adds the fragments to the list, in no order; the list is used by one thread at a time. */
  CompletionStage<Void> collect(Question question, LocalDate day, List<Fragment> into) {
    return session
        .executeAsync(
            statement.bind(
                question.patient(),
                question.vital().code(),
                day,
                question.toMs(),
                question.fromMs()))
        .thenCompose(page -> collect(page, into));
  }

  private static CompletionStage<Void> collect(AsyncResultSet page, List<Fragment> into) {
    for (Row row : page.currentPage()) {
      into.add(
          Fragment.of(
              requireNonNull(row.getString("fragment")),
              requireNonNull(row.getByteBuffer("block"))));
    }
    return page.hasMorePages()
        ? page.fetchNextPage().thenCompose(next -> collect(next, into))
        : CompletableFuture.completedStage(null);
  }
}
