package io.vigil.deploy.engine;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brokers that belong together, each of them a controller as well.
 *
 * @param id the same for all, and kept with their data from the first start on
 * @param nodes where each listens; the first has node number 1
 */
record KafkaCluster(String id, List<EnginePorts> nodes) {
  private static final int ENOUGH_REPLICAS = 3;

  KafkaCluster {
    nodes = List.copyOf(nodes);
  }

  static KafkaCluster of(List<EnginePorts> nodes) {
    return new KafkaCluster(newId(), nodes);
  }

  /** The controllers' addresses, as {@code 1@127.0.0.1:9093,…}. */
  String voters() {
    return IntStream.rangeClosed(1, nodes.size())
        .mapToObj(
            node ->
                "%d@%s:%d".formatted(node, EnginePorts.LOOPBACK, nodes.get(node - 1).internal()))
        .collect(Collectors.joining(","));
  }

  /** Copies of everything that lies in Kafka's own topics. */
  int replicas() {
    return Math.min(ENOUGH_REPLICAS, nodes.size());
  }

  /** How many of them have to have a write. */
  int minInSync() {
    return replicas() >= ENOUGH_REPLICAS ? 2 : 1;
  }

  /** A UUID in base64, as Kafka writes it; its tools take one with '-' in front for an option. */
  private static String newId() {
    return Stream.generate(UUID::randomUUID)
        .map(
            random ->
                ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(random.getMostSignificantBits())
                    .putLong(random.getLeastSignificantBits())
                    .array())
        .map(bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        .filter(id -> !id.startsWith("-"))
        .findFirst()
        .orElseThrow();
  }
}
