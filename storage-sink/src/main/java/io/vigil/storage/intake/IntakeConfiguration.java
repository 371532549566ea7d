package io.vigil.storage.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.schema.topic.Topics;
import io.vigil.storage.history.FragmentWriter;
import io.vigil.storage.hot.HotBlocks;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the loop that takes readings from the log. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  @Bean
  TopicCreation topicCreation(KafkaProperties kafka, TopicsProperties properties) {
    return new TopicCreation(
        () -> Admin.create(kafka.buildAdminProperties()),
        Topics.all(properties.partitions(), properties.replicas()));
  }

  @Bean
  IntakeState intakeHealthIndicator() {
    return new IntakeState(System::nanoTime);
  }

  @Bean
  RejectedRecords rejectedRecords(KafkaTemplate<byte[], byte[]> kafka) {
    return new KafkaRejectedRecords(kafka);
  }

  @Bean
  IntakeThread intakeThread(
      ConsumerFactory<byte[], byte[]> consumers,
      TopicCreation topics,
      RegistryFollower registry,
      HotBlocks hot,
      FragmentWriter writer,
      RejectedRecords rejected,
      IntakeProperties properties,
      IntakeState state,
      MeterRegistry meters,
      ApplicationEventPublisher events) {
    IntakeMetrics metrics = new IntakeMetrics(meters);
    return new IntakeThread(
        new TopicsAndRegistry(topics, registry, state),
        () ->
            new Intake(
                consumers.createConsumer(),
                hot,
                new FlushCycle(writer, rejected, properties, metrics, System::nanoTime),
                properties,
                metrics),
        properties.retryAfter(),
        state,
        events);
  }
}
