package io.vigil.deploy.system;

import static org.awaitility.Awaitility.await;

import io.vigil.deploy.jdk.JavaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The example docs/examples/AlarmListener.java, run as its page says. */
final class Outsider implements AutoCloseable {
  private static final Duration LISTENS_WITHIN = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;

  private Outsider(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it, and returns when it listens. */
  static Outsider listening(Path repository, String kafka) throws IOException {
    Path output = Files.createTempFile("alarm-listener", ".log");
    Process process =
        new ProcessBuilder(
                JavaHome.current().path().resolve("bin/java").toString(),
                "-cp",
                "deploy/kafka/target/lib/*",
                "docs/examples/AlarmListener.java",
                kafka)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Outsider outsider = new Outsider(process, output);
    await().atMost(LISTENS_WITHIN).until(() -> outsider.lines().contains("listening"));
    return outsider;
  }

  /** What it has printed so far. */
  List<String> lines() throws IOException {
    return Files.readAllLines(output);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
