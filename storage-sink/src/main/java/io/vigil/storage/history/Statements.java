package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import io.vigil.schema.block.BlockCodec;

/** What can be asked of the table fragments once it is there. */
record Statements(InsertFragment insertFragment, SelectReadings selectReadings) {

  static Statements prepare(CqlSession session, String keyspace, BlockCodec codec) {
    return new Statements(
        InsertFragment.prepare(session, keyspace, codec),
        SelectReadings.prepare(session, keyspace, codec));
  }
}
