package io.vigil.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassandraEngineIT {
  @TempDir Path home;

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilledAndWhenItIsStopped() {
    CassandraEngine killed = CassandraEngine.start(home);
    try (CqlSession session = session(killed)) {
      session.execute(
          "CREATE KEYSPACE k WITH replication = {'class':'SimpleStrategy','replication_factor':1}");
      session.execute("CREATE TABLE k.t (id int PRIMARY KEY, v text)");
      session.execute("INSERT INTO k.t (id, v) VALUES (1, 'first')");
    }

    killed.kill();
    try (CassandraEngine again = CassandraEngine.start(home, killed.ports());
        CqlSession session = session(again)) {
      session.execute("INSERT INTO k.t (id, v) VALUES (2, 'second')");
    }

    try (CassandraEngine third = CassandraEngine.start(home, killed.ports());
        CqlSession session = session(third)) {
      assertThat(session.execute("SELECT v FROM k.t").all())
          .extracting(row -> row.getString("v"))
          .containsExactlyInAnyOrder("first", "second");
      assertThat(ProcessHandle.of(killed.pid())).isEmpty();
    }
  }

  private static CqlSession session(CassandraEngine cassandra) {
    DriverConfigLoader patient =
        DriverConfigLoader.programmaticBuilder()
            .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
            .build();
    return CqlSession.builder()
        .addContactPoint(cassandra.ports().clientSocket())
        .withLocalDatacenter(CassandraEngine.DATACENTER)
        .withConfigLoader(patient)
        .build();
  }
}
