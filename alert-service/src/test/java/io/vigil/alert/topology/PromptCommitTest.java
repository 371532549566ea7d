package io.vigil.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PromptCommitTest {
  private static final long NOW_MS = Duration.ofDays(1).toMillis();

  private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();

  @Test
  void anAlarmOfThePresentIsCommittedAtOnce() {
    context.setCurrentSystemTimeMs(NOW_MS);

    PromptCommit.of(NOW_MS - 1_000, context);

    assertThat(context.committed()).isTrue();
  }

  @Test
  void anAlarmThatIsCaughtUpWithWaitsForTheCommitInterval() {
    context.setCurrentSystemTimeMs(NOW_MS);

    PromptCommit.of(NOW_MS - 1_001, context);

    assertThat(context.committed()).isFalse();
  }

  @Test
  void anAlarmOfAClockThatIsAheadIsCommittedAtOnce() {
    context.setCurrentSystemTimeMs(NOW_MS);

    PromptCommit.of(NOW_MS + 5_000, context);

    assertThat(context.committed()).isTrue();
  }
}
