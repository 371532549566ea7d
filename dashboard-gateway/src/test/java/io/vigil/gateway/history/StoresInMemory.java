package io.vigil.gateway.history;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.vital.Vital;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Both stores in memory: of every patient a minute of heart rate, up to the end of the question.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StoresInMemory {
  /** How many readings there are of each patient. */
  public static final int READINGS = 60;

  @Bean
  @Primary
  History historyInMemory() {
    return new History(new LastMinute(), new LastMinute(), new BlockCodec(), Duration.ofSeconds(1));
  }

  private static final class LastMinute implements BlockStore {
    @Override
    public CompletableFuture<List<byte[]>> blocks(Question question) {
      if (question.vital() != Vital.HEART_RATE) {
        return CompletableFuture.completedFuture(List.of());
      }
      ReadingColumnsBuilder readings = new ReadingColumnsBuilder();
      for (int i = READINGS; i > 0; i--) {
        readings.add(question.toMs() - 1_000L * i, 13_400);
      }
      return CompletableFuture.completedFuture(List.of(new BlockCodec().encode(readings.build())));
    }

    @Override
    public boolean isThere() {
      return true;
    }
  }
}
