package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** Creates keyspace and table where they do not exist; what exists is left as it is. */
final class CreateSchema {
  private static final String KEYSPACE =
      """
      CREATE KEYSPACE IF NOT EXISTS %s
      WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}
      """;

  private static final String FRAGMENTS =
      """
      CREATE TABLE IF NOT EXISTS %s.fragments (
        patient text, vital text, day date,
        first_ms bigint, fragment text,
        last_ms bigint, readings int, block blob,
        PRIMARY KEY ((patient, vital, day), first_ms, fragment))
      WITH compaction = {
        'class': 'TimeWindowCompactionStrategy',
        'compaction_window_unit': 'DAYS', 'compaction_window_size': 7}
      AND default_time_to_live = %d
      """;

  private final HistoryProperties properties;

  CreateSchema(HistoryProperties properties) {
    this.properties = properties;
  }

  /** Blocks until every node agrees on the schema, at most for the driver's timeout of that. */
  void execute(CqlSession session) {
    String keyspace = properties.keyspace();
    execute(session, KEYSPACE.formatted(keyspace, properties.datacenter(), properties.replicas()));
    execute(session, FRAGMENTS.formatted(keyspace, properties.keepFor().toSeconds()));
  }

  private void execute(CqlSession session, String cql) {
    session.execute(SimpleStatement.newInstance(cql).setTimeout(properties.schemaTimeout()));
  }
}
