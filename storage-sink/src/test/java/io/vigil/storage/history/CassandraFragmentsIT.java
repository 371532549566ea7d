package io.vigil.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import io.vigil.deploy.engine.CassandraEngine;
import io.vigil.schema.block.BlockCodec;
import io.vigil.storage.RealCassandra;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CassandraFragmentsIT extends FragmentsContract {
  private static final HistoryProperties PROPERTIES =
      new HistoryProperties(
          "contract",
          CassandraEngine.DATACENTER,
          1,
          Duration.ofDays(730),
          8,
          Duration.ofSeconds(20),
          Duration.ofSeconds(1));

  private static final CassandraConnection CONNECTION =
      new CassandraConnection(CassandraFragmentsIT::open, PROPERTIES, new BlockCodec());

  @BeforeAll
  static void reach() {
    CONNECTION.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> CONNECTION.statements().isPresent());
  }

  @AfterAll
  static void leave() {
    CONNECTION.close();
  }

  @Override
  Fragments fragments() {
    return new CassandraFragments(CONNECTION);
  }

  @Test
  void isUpOnceReached() {
    assertThat(new CassandraHealthIndicator(CONNECTION).health().getStatus().getCode())
        .isEqualTo("UP");
  }

  @Test
  void createsATableThatCompactsByTimeAndForgetsAfterTwoYears() {
    try (CqlSession session = open().toCompletableFuture().join()) {
      TableMetadata table =
          session
              .getMetadata()
              .getKeyspace("contract")
              .flatMap(keyspace -> keyspace.getTable("fragments"))
              .orElseThrow();

      assertThat(table.describe(true))
          .contains(
              "PRIMARY KEY ((patient, vital, day), first_ms, fragment)",
              "TimeWindowCompactionStrategy",
              "default_time_to_live = 63072000");
    }
  }

  static CompletionStage<CqlSession> open() {
    CassandraEngine node = RealCassandra.node();
    return CqlSession.builder()
        .addContactPoint(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), node.ports().client()))
        .withLocalDatacenter(CassandraEngine.DATACENTER)
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(10))
                .build())
        .buildAsync();
  }
}
