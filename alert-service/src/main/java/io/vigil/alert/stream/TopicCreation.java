package io.vigil.alert.stream;

import io.vigil.schema.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
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
  private final IntConsumer partitions;

  /**
   * @param partitions takes how many partitions the topics have that are keyed by patient
   */
  TopicCreation(Supplier<Admin> admins, Collection<NewTopic> topics, IntConsumer partitions) {
    this.admins = admins;
    this.topics = topics;
    this.partitions = partitions;
  }

  /** Returns whether all of them exist now; takes a few seconds at most to find out. */
  boolean succeeds() throws InterruptedException {
    try (Admin admin = admins.get()) {
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        if (!exists(created)) {
          return false;
        }
      }
      return countsPartitions(admin);
    } catch (KafkaException e) {
      return false;
    }
  }

  /** They may have been created by somebody else, with other settings. */
  private boolean countsPartitions(Admin admin) throws InterruptedException {
    try {
      admin
          .describeTopics(List.of(Topics.READINGS))
          .allTopicNames()
          .get(WITHIN_SECONDS, TimeUnit.SECONDS)
          .values()
          .forEach(topic -> partitions.accept(topic.partitions().size()));
      return true;
    } catch (ExecutionException | TimeoutException e) {
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
