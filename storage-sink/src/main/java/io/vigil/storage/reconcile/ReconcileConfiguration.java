package io.vigil.storage.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.hot.HotBlocks;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the comparison of the stores with the log. */
@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
  private static final String GROUP = "storage-reconcile";

  @Bean
  StretchCheck stretchCheck(
      Fragments history,
      HotBlocks hot,
      KafkaTemplate<byte[], byte[]> kafka,
      ReconcileProperties properties,
      InstantSource clock) {
    return new StretchCheck(history, hot, new KafkaCheckLog(kafka), properties, clock);
  }

  @Bean
  DurableOffsets durableOffsets(
      KafkaProperties kafka, @Value("${spring.kafka.consumer.group-id}") String intake) {
    return new CommittedOffsets(() -> Admin.create(kafka.buildAdminProperties()), intake);
  }

  @Bean
  RangeCheck rangeCheck(
      ConsumerFactory<byte[], byte[]> consumers,
      DurableOffsets durable,
      StretchCheck check,
      ReconcileProperties properties) {
    return new RangeCheck(
        () -> consumers.createConsumer(GROUP, "range", null),
        durable,
        check,
        properties.stretchReadings());
  }

  @Bean
  ReconcileThread reconcileThread(
      ConsumerFactory<byte[], byte[]> consumers,
      DurableOffsets durable,
      StretchCheck check,
      RegistryFollower registry,
      ReconcileProperties properties,
      MeterRegistry meters) {
    ReconcileMetrics metrics = new ReconcileMetrics(meters);
    return new ReconcileThread(
        registry,
        () ->
            new Patrol(
                consumers.createConsumer(GROUP, null),
                durable,
                check,
                properties,
                metrics,
                System::nanoTime),
        properties.retryAfter());
  }
}
