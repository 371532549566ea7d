package io.vigil.gateway.registry;

import io.vigil.gateway.problem.LogUnavailable;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Keeps the registry in vitals.registry, and waits for the follower to read it back. */
final class KafkaRegistryLog implements RegistryLog {
  private static final Logger log = LoggerFactory.getLogger(KafkaRegistryLog.class);
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(9);
  private static final Duration READ_BACK_WITHIN = Duration.ofSeconds(5);

  private final KafkaTemplate<String, byte[]> kafka;
  private final RegistryFollower follower;

  KafkaRegistryLog(KafkaTemplate<String, byte[]> kafka, RegistryFollower follower) {
    this.kafka = kafka;
    this.follower = follower;
  }

  @Override
  public void put(RegistryEntry entry) {
    write(entry.key(), entry.toJson());
  }

  @Override
  public void remove(String key) {
    write(key, null);
  }

  private void write(String key, byte @Nullable [] value) {
    try {
      long offset =
          kafka
              .send(Topics.REGISTRY, 0, key, value)
              .get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
              .getRecordMetadata()
              .offset();
      if (!follower.awaitTaken(offset, READ_BACK_WITHIN)) {
        throw new LogUnavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable();
    } catch (ExecutionException | TimeoutException | org.springframework.kafka.KafkaException e) {
      log.warn("Could not write {}: {}", key, e.getMessage());
      throw new LogUnavailable();
    }
  }
}
