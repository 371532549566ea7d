package io.vigil.alert.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ReplaceThreadTest {
  private long nanos = 1;
  private final ReplaceThread handler = new ReplaceThread(() -> nanos);

  private StreamThreadExceptionResponse dies() {
    return handler.handle(new StreamsException("broken"));
  }

  @Test
  void replacesAThreadThatDies() {
    assertThat(dies()).isEqualTo(REPLACE_THREAD);
  }

  @Test
  void letsGoOfTheClientWhenThreadsDieOneAfterTheOther() {
    dies();
    dies();
    dies();

    assertThat(dies()).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void replacesThreadsThatDieNowAndThen() {
    for (int i = 0; i < 10; i++) {
      nanos += Duration.ofSeconds(5).toNanos();

      assertThat(dies()).isEqualTo(REPLACE_THREAD);
    }
  }
}
