package io.vigil.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  private final Map<String, NewTopic> onOneBroker = byName(4, (short) 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        Topics.READINGS,
        Topics.WATERMARKS,
        Topics.ALERTS,
        Topics.ALERT_COMMANDS,
        Topics.RECEPTION
      })
  void whatIsKeyedByPatientHasTheSamePartitions(String name) {
    assertThat(topic(name).numPartitions()).isEqualTo(4);
  }

  @Test
  void theRegistryIsOneCompactedPartition() {
    NewTopic registry = topic(Topics.REGISTRY);

    assertThat(registry.numPartitions()).isEqualTo(1);
    assertThat(registry.configs()).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void withThreeReplicasTwoHaveToBeInSync() {
    assertThat(byName(4, (short) 3).values())
        .allSatisfy(
            topic -> {
              assertThat(topic.replicationFactor()).isEqualTo((short) 3);
              assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
            });
  }

  private NewTopic topic(String name) {
    return Objects.requireNonNull(onOneBroker.get(name));
  }

  private static Map<String, NewTopic> byName(int partitions, short replicas) {
    return Topics.all(partitions, replicas).stream()
        .collect(Collectors.toMap(NewTopic::name, Function.identity()));
  }
}
