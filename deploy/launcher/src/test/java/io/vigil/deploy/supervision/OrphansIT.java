package io.vigil.deploy.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.process.PidFile;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {
  @TempDir Path folder;

  @Test
  void areNotLeftWhenTheSupervisorIsKilled() throws Exception {
    Process supervisor =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EngineRun.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(supervisor.getInputStream(), UTF_8))) {
      assertThat(said.readLine()).isEqualTo("ready");
      StateFolder home = new StateFolder(folder);
      List<ProcessHandle> children =
          Stream.of("kafka", "cassandra", "stub")
              .map(name -> PidFile.of(name, home).process())
              .flatMap(Optional::stream)
              .toList();
      assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);

      supervisor.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      supervisor.destroyForcibly();
    }
  }
}
