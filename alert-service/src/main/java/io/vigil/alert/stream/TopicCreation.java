package io.vigil.alert.stream;

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

/** Creates the topics where they do not exist, as often as it is asked. */
final class TopicCreation {
  private static final int WITHIN_SECONDS = 5;

  private final Supplier<Admin> admins;
  private final Collection<NewTopic> topics;

  TopicCreation(Supplier<Admin> admins, Collection<NewTopic> topics) {
    this.admins = admins;
    this.topics = topics;
  }

  /** Returns whether all of them exist now; takes a few seconds at most to find out. */
  boolean succeeds() throws InterruptedException {
    try (Admin admin = admins.get()) {
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        if (!exists(created)) {
          return false;
        }
      }
      return true;
    } catch (KafkaException e) {
      return false;
    }
  }

  private static boolean exists(KafkaFuture<Void> created) throws InterruptedException {
    try {
      created.get(WITHIN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      return e.getCause() instanceof TopicExistsException;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
