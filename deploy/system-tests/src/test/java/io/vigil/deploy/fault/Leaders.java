package io.vigil.deploy.fault;

import io.vigil.schema.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** Which broker leads. */
final class Leaders {
  private Leaders() {}

  /** The node that leads most partitions of vitals.readings now. */
  static int ofMostReadings(String kafka) {
    return partitions(kafka).stream()
        .map(TopicPartitionInfo::leader)
        .collect(Collectors.groupingBy(Node::id, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** The node that is the active controller now. */
  static int ofTheCluster(String kafka) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      return admin.describeMetadataQuorum().quorumInfo().get().leaderId();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether each partition of vitals.readings is in sync on so many brokers. */
  static boolean inSync(String kafka, int replicas) {
    return partitions(kafka).stream().allMatch(partition -> partition.isr().size() == replicas);
  }

  private static List<TopicPartitionInfo> partitions(String kafka) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      return admin.describeTopics(List.of(Topics.READINGS)).allTopicNames().get().values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .toList();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
