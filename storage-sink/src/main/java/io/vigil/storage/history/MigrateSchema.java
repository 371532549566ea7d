package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Creates the keyspace where it does not exist, and applies the migrations that it lacks. */
final class MigrateSchema {
  private static final String KEYSPACE =
      """
      CREATE KEYSPACE IF NOT EXISTS %s
      WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}
      """;

  /** Its id follows from its name, so that instances on two nodes create one table and not two. */
  private static final String VERSIONS =
      """
      CREATE TABLE IF NOT EXISTS %s.schema_version (version int PRIMARY KEY, holder text)
      WITH id = %s
      """;

  private final HistoryProperties properties;
  private final List<Migration> migrations;

  MigrateSchema(HistoryProperties properties, List<Migration> migrations) {
    this.properties = properties;
    this.migrations = List.copyOf(migrations);
  }

  /**
   * Applies what is missing. Safe to run from several instances at once. A schema that is newer
   * than these migrations is left as it is.
   *
   * @return whether the schema is complete; if not, another instance is at it or nodes do not agree
   *     yet, and it is to be called again
   */
  boolean execute(CqlSession session) {
    if (!createVersions(session)) {
      return false;
    }
    SchemaVersions versions = new SchemaVersions(session, properties);
    if (missing(versions).isEmpty()) {
      return true;
    }
    if (!versions.lock()) {
      return false;
    }
    try {
      return applyMissing(session, versions);
    } finally {
      versions.unlock();
    }
  }

  private boolean createVersions(CqlSession session) {
    String keyspace = properties.keyspace();
    UUID id =
        UUID.nameUUIDFromBytes((keyspace + ".schema_version").getBytes(StandardCharsets.UTF_8));
    return change(
            session, KEYSPACE.formatted(keyspace, properties.datacenter(), properties.replicas()))
        && change(session, VERSIONS.formatted(keyspace, id));
  }

  private boolean applyMissing(CqlSession session, SchemaVersions versions) {
    for (Migration migration : missing(versions)) {
      if (!versions.lock() || !change(session, migration.cql())) {
        return false;
      }
      versions.add(migration.version());
    }
    return true;
  }

  private List<Migration> missing(SchemaVersions versions) {
    var applied = versions.applied();
    return migrations.stream().filter(migration -> !applied.contains(migration.version())).toList();
  }

  /** Whether every node has it. */
  private boolean change(CqlSession session, String cql) {
    ResultSet changed =
        session.execute(SimpleStatement.newInstance(cql).setTimeout(properties.schemaTimeout()));
    return changed.getExecutionInfo().isSchemaInAgreement();
  }
}
