package io.vigil.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.LocalPort;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.process.ChildProcess;
import io.vigil.deploy.process.PidFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Ports ports = Ports.free();
  private final RecordedProgress progress = new RecordedProgress();
  private final StubPart first = StubPart.serving("first", VigilPort.KAFKA, ports);
  private final StubPart second =
      StubPart.serving("second", VigilPort.INGEST, ports).startedAfter(first);

  @TempDir Path folder;
  private StateFolder home;

  @BeforeEach
  void takeFolder() {
    home = new StateFolder(folder);
  }

  @Test
  void startsAPartAfterTheOneThatItNeedsAndStopsThemInTheOrderOfStopping() throws Exception {
    try (Supervisor supervisor = start(first, second)) {
      assertThat(supervisor.awaitReady()).isTrue();
    }

    assertThat(progress.lines())
        .containsExactly("first ready", "second ready", "second stopped", "first stopped");
    assertThat(new LocalPort(first.port()).isTaken()).isFalse();
    assertThat(PidFile.of("first", home).process()).isEmpty();
  }

  @Test
  void startsAPartAgainThatWasKilled() throws Exception {
    try (Supervisor supervisor = start(first)) {
      supervisor.awaitReady();
      ProcessHandle killed = PidFile.of("first", home).process().orElseThrow();

      killed.destroyForcibly();

      await().atMost(PATIENCE).until(() -> progress.lines().size() == 3);
      assertThat(progress.lines())
          .containsExactly("first ready", "first ended by signal 9, again in 1", "first ready");
      assertThat(PidFile.of("first", home).process()).get().isNotEqualTo(killed);
    }
  }

  @Test
  void leavesAPartAloneThatSomebodyStartedByHand() throws Exception {
    try (Supervisor supervisor = start(first)) {
      supervisor.awaitReady();
      ProcessHandle killed = PidFile.of("first", home).process().orElseThrow();
      StateFolder elsewhere = new StateFolder(folder.resolve("elsewhere"));

      killed.destroyForcibly();
      killed.onExit().join();
      ChildProcess byHand = ChildProcess.start(first.prepare(), elsewhere);
      await().atMost(PATIENCE).until(() -> progress.lines().contains("first left alone"));
      byHand.stop(PATIENCE);

      await().atMost(PATIENCE).until(() -> progress.lines().size() == 4);
      assertThat(progress.lines()).endsWith("first left alone", "first ready");
    }
  }

  @Test
  void obeysWhoeverWantsDeadPartsStartedAtOnce() throws Exception {
    try (Supervisor supervisor = start(first)) {
      supervisor.awaitReady();
      PidFile.of("first", home).process().orElseThrow().destroyForcibly();
      await().atMost(PATIENCE).until(() -> progress.lines().size() == 2);

      WakeFile.leave(home);

      await().atMost(PATIENCE).until(() -> progress.lines().size() == 3);
      await().atMost(PATIENCE).until(() -> Files.notExists(home.run("wake")));
      assertThat(progress.lines()).endsWith("first ready");
    }
  }

  @Test
  void saysWhyAPartDidNotComeUpAndItsLastWords() {
    StubPart broken = StubPart.failing("broken", VigilPort.INGEST, "no such wardrobe");

    try (Supervisor supervisor = start(first, broken)) {
      assertThatThrownBy(supervisor::awaitReady)
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("broken did not come up: exited with code 3")
          .hasMessageContaining("cannot go on: no such wardrobe");
    }

    assertThat(PidFile.of("first", home).process()).isEmpty();
  }

  @Test
  void doesNotStartAPartWhoseSignInCouldNotBePrepared() {
    CompletableFuture<?> failed =
        CompletableFuture.failedFuture(new IllegalStateException("no room"));

    try (Supervisor supervisor =
        Supervisor.start(
            List.of(first, second), ports, home, List.of("second", "first"), failed, progress)) {
      assertThatThrownBy(supervisor::awaitReady).hasMessageContaining("no room");
    }
  }

  private Supervisor start(Part... parts) {
    return Supervisor.start(
        List.of(parts),
        ports,
        home,
        List.of("second", "broken", "first"),
        CompletableFuture.completedFuture(null),
        progress);
  }
}
