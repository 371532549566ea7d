package io.vigil.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.vigil.deploy.engine.CassandraEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MigrateSchemaIT {
  private static final CqlSession SESSION = session();

  @AfterAll
  static void leave() {
    SESSION.close();
  }

  @Test
  void instancesAtOnceApplyEachMigrationOnce() throws Exception {
    HistoryProperties properties = properties("at_once");
    CyclicBarrier start = new CyclicBarrier(2);

    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      Future<?> one = instances.submit(() -> migrateFrom(start, properties));
      Future<?> other = instances.submit(() -> migrateFrom(start, properties));

      one.get(1, TimeUnit.MINUTES);
      other.get(1, TimeUnit.MINUTES);
    } finally {
      instances.shutdownNow();
    }

    assertThat(new SchemaVersions(SESSION, properties).applied())
        .containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void appliesNothingWhileAnotherInstanceDoes() {
    HistoryProperties properties = properties("locked");
    MigrateSchema created = new MigrateSchema(properties, List.of());
    created.execute(SESSION);
    SchemaVersions another = new SchemaVersions(SESSION, properties);
    another.lock();
    MigrateSchema migrate = new MigrateSchema(properties, onceOnly("locked"));

    boolean whileLocked = migrate.execute(SESSION);

    assertThat(whileLocked).isFalse();
    assertThat(another.applied()).isEmpty();
    another.unlock();
    assertThat(migrate.execute(SESSION)).isTrue();
    assertThat(another.applied()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void aLockGoesWithADeadHolder() {
    HistoryProperties properties =
        new HistoryProperties(
            "dead_holder",
            CassandraEngine.DATACENTER,
            1,
            Duration.ofDays(730),
            8,
            Duration.ofMillis(900),
            Duration.ofSeconds(1));
    new MigrateSchema(properties("dead_holder"), List.of()).execute(SESSION);
    new SchemaVersions(SESSION, properties).lock();
    SchemaVersions next = new SchemaVersions(SESSION, properties);

    await().atMost(Duration.ofSeconds(20)).until(next::lock);
  }

  @Test
  void aNewerSchemaAndATableOfBeforeTheMigrationsAreLeftAsTheyAre() {
    HistoryProperties properties = properties("before");
    List<Migration> migrations = Migration.all(properties);
    new MigrateSchema(properties, List.of()).execute(SESSION);
    migrations.forEach(migration -> SESSION.execute(migration.cql()));
    new SchemaVersions(SESSION, properties).add(99);

    boolean complete = new MigrateSchema(properties, migrations).execute(SESSION);

    assertThat(complete).isTrue();
    assertThat(new SchemaVersions(SESSION, properties).applied()).containsExactlyInAnyOrder(1, 99);
  }

  private static boolean migrateFrom(CyclicBarrier start, HistoryProperties properties)
      throws Exception {
    try (CqlSession own = session()) {
      MigrateSchema migrate = new MigrateSchema(properties, onceOnly(properties.keyspace()));
      start.await(30, TimeUnit.SECONDS);
      await().atMost(Duration.ofSeconds(50)).until(() -> migrate.execute(own));
      return true;
    }
  }

  /** Each fails where it is applied a second time. */
  private static List<Migration> onceOnly(String keyspace) {
    return List.of(
        new Migration(1, "CREATE TABLE " + keyspace + ".once (id int PRIMARY KEY)"),
        new Migration(2, "ALTER TABLE " + keyspace + ".once ADD one int"),
        new Migration(3, "ALTER TABLE " + keyspace + ".once ADD other int"));
  }

  private static HistoryProperties properties(String keyspace) {
    return new HistoryProperties(
        keyspace,
        CassandraEngine.DATACENTER,
        1,
        Duration.ofDays(730),
        8,
        Duration.ofSeconds(20),
        Duration.ofSeconds(1));
  }

  private static CqlSession session() {
    return CassandraFragmentsIT.open().toCompletableFuture().join();
  }
}
