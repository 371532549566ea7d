package io.vigil.storage.reconcile;

import io.vigil.schema.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** What the intake's group has committed, which it does when it is durable. */
final class CommittedOffsets implements DurableOffsets {
  private final Supplier<Admin> admins;
  private final String group;

  /**
   * @param group of the intake
   */
  CommittedOffsets(Supplier<Admin> admins, String group) {
    this.admins = admins;
    this.group = group;
  }

  @Override
  public Map<Integer, Long> next() throws InterruptedException {
    try (Admin admin = admins.get()) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Map<Integer, Long> next = new HashMap<>();
      committed.forEach(
          (partition, offset) -> {
            if (partition.topic().equals(Topics.READINGS) && offset != null) {
              next.put(partition.partition(), offset.offset());
            }
          });
      return next;
    } catch (ExecutionException e) {
      throw new KafkaException("no committed offsets of " + group, e);
    }
  }
}
