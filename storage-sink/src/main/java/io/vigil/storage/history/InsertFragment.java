package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.vigil.schema.block.BlockCodec;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** Writes a row of the table fragments. */
final class InsertFragment {
  private static final String CQL =
      """
      INSERT INTO %s.fragments
        (patient, vital, day, first_ms, fragment, last_ms, readings, block)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final CqlSession session;
  private final PreparedStatement prepared;
  private final BlockCodec codec;

  private InsertFragment(CqlSession session, PreparedStatement prepared, BlockCodec codec) {
    this.session = session;
    this.prepared = prepared;
    this.codec = codec;
  }

  static InsertFragment prepare(CqlSession session, String keyspace, BlockCodec codec) {
    SimpleStatement cql = SimpleStatement.newInstance(CQL.formatted(keyspace)).setIdempotent(true);
    return new InsertFragment(session, session.prepare(cql), codec);
  }

  CompletionStage<Void> execute(Fragment fragment) {
    return session
        .executeAsync(
            prepared.bind(
                fragment.series().patient(),
                fragment.series().vital().code(),
                fragment.day(),
                fragment.firstMs(),
                fragment.offsets().toString(),
                fragment.lastMs(),
                fragment.readings().size(),
                ByteBuffer.wrap(codec.encode(fragment.readings()))))
        .thenAccept(written -> {});
  }
}
