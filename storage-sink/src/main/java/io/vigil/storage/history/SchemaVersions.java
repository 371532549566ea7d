package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The table of the migrations that were applied. Its row of version 0 is the lock of whoever
 * applies them; where the holder dies, the row goes by its time to live.
 */
final class SchemaVersions {
  private static final int LOCK = 0;

  /** A statement's timeout, and as much again for its schema to be agreed on, and some. */
  private static final int LOCK_TIMEOUTS = 3;

  private final CqlSession session;
  private final HistoryProperties properties;
  private final String holder = UUID.randomUUID().toString();

  SchemaVersions(CqlSession session, HistoryProperties properties) {
    this.session = session;
    this.properties = properties;
  }

  /** What was applied; a lock is no version. */
  Set<Integer> applied() {
    Set<Integer> applied = new HashSet<>();
    execute("SELECT version FROM %s.schema_version").forEach(row -> applied.add(row.getInt(0)));
    applied.remove(LOCK);
    return applied;
  }

  /** Takes the lock, or keeps it for longer; false while another instance has it. */
  boolean lock() {
    long seconds = LOCK_TIMEOUTS * properties.schemaTimeout().toSeconds() + 1;
    return execute(
                "INSERT INTO %s.schema_version (version, holder) VALUES (?, ?)"
                    + " IF NOT EXISTS USING TTL "
                    + seconds,
                LOCK,
                holder)
            .wasApplied()
        || execute(
                "UPDATE %s.schema_version USING TTL "
                    + seconds
                    + " SET holder = ? WHERE version = ? IF holder = ?",
                holder,
                LOCK,
                holder)
            .wasApplied();
  }

  void unlock() {
    execute("DELETE FROM %s.schema_version WHERE version = ? IF holder = ?", LOCK, holder);
  }

  void add(int version) {
    execute("INSERT INTO %s.schema_version (version, holder) VALUES (?, ?)", version, holder);
  }

  private ResultSet execute(String cql, Object... values) {
    return session.execute(
        SimpleStatement.newInstance(cql.formatted(properties.keyspace()), values)
            .setTimeout(properties.schemaTimeout()));
  }
}
