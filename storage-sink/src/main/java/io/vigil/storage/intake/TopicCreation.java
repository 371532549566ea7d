package io.vigil.storage.intake;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates topics where they do not exist, as often as it is asked; Spring's KafkaAdmin tries once,
 * while the context starts.
 */
final class TopicCreation {
  private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
  private static final int WITHIN_SECONDS = 5;

  private final Supplier<Admin> admins;
  private final Collection<NewTopic> topics;

  TopicCreation(Supplier<Admin> admins, Collection<NewTopic> topics) {
    this.admins = admins;
    this.topics = topics;
  }

  /** Returns whether all of them exist now; takes a few seconds at most to find out. */
  boolean succeeds() {
    try (Admin admin = admins.get()) {
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        if (!exists(created)) {
          return false;
        }
      }
      return true;
    } catch (KafkaException e) {
      log.warn("Topics are not there yet: {}", e.getMessage());
      return false;
    }
  }

  private static boolean exists(KafkaFuture<Void> created) {
    try {
      created.get(WITHIN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return true;
      }
      log.warn("Topics are not there yet: {}", e.getMessage());
      return false;
    } catch (TimeoutException e) {
      log.warn("Topics are not there yet: no answer");
      return false;
    }
  }
}
