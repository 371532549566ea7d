package io.vigil.alert.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.alert.topology.Census;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.schema.topic.Topics;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires Kafka Streams and its supervision. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {
  @Bean
  Prerequisites prerequisites(
      KafkaProperties kafka, TopicProperties topics, RegistryFollower registry, Census census) {
    TopicCreation creation =
        new TopicCreation(
            () -> Admin.create(kafka.buildAdminProperties()),
            Topics.all(topics.partitions(), topics.replicas()),
            census::setPartitions);
    return new Prerequisites(creation, registry);
  }

  @Bean
  StreamSupervisor streamSupervisor(
      Prerequisites prerequisites,
      Supplier<Topology> topologies,
      KafkaProperties kafka,
      StreamProperties properties,
      TopicProperties topics,
      MeterRegistry meters) {
    Map<String, Object> settings =
        new StreamSettings(properties, topics, meters).with(kafka.buildStreamsProperties());
    return new StreamSupervisor(
        prerequisites, () -> streams(topologies.get(), settings), properties.lookEvery());
  }

  private static KafkaStreams streams(Topology topology, Map<String, Object> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    KafkaStreams streams = new KafkaStreams(topology, properties);
    streams.setUncaughtExceptionHandler(new ReplaceThread(System::nanoTime));
    return streams;
  }

  @Bean
  StreamHealth streamsHealthIndicator(StreamSupervisor supervisor, Prerequisites prerequisites) {
    return new StreamHealth(supervisor, prerequisites);
  }
}
