package io.vigil.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class IntakeStateTest {
  private long nanos = 5;
  private final IntakeState state = new IntakeState(() -> nanos);

  @Test
  void isDownUntilTheFirstTurn() {
    assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(state.health().getDetails()).containsEntry("waitsFor", "start");
  }

  @Test
  void tellsWhatItWaitsFor() {
    state.waitsFor("registry");

    assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(state.health().getDetails()).containsEntry("waitsFor", "registry");
  }

  @Test
  void isUpWhileTheGroupAnswers() {
    state.turned(1.5);

    assertThat(state.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownBeforeTheGroupHasAnswered() {
    state.turned(-1);

    assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void isDownWhenTheGroupIsSilent() {
    state.turned(10);

    assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void isDownWhenTheThreadHangs() {
    state.turned(1);

    nanos += Duration.ofSeconds(16).toNanos();

    assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void isDownAfterItHasStopped() {
    state.turned(1);

    state.stopped();

    assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
  }
}
