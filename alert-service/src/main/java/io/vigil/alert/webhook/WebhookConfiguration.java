package io.vigil.alert.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.schema.registry.Registry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
  private static final int SESSION_TIMEOUT_MS = 6_000;

  @Bean
  HttpSender webhookSender(WebhookProperties properties, InstantSource clock) {
    return new HttpSender(new OutsideAddresses(properties.networks()), properties, clock);
  }

  @Bean
  WebhookLog webhookLog(KafkaProperties kafka) {
    return new WebhookLog(kafka.buildProducerProperties());
  }

  @Bean
  Subscriptions subscriptions(KafkaProperties kafka) {
    return new Subscriptions(kafka.buildConsumerProperties());
  }

  @Bean
  ParkedEvents parkedEvents(KafkaProperties kafka, WebhookProperties properties, Sender sender) {
    return new ParkedEvents(
        subscription -> consumer(kafka, group(properties, subscription) + "-replay"), sender);
  }

  @Bean
  Dispatcher webhookDispatcher(
      Subscriptions subscriptions,
      WebhookProperties properties,
      Registry registry,
      KafkaProperties kafka,
      Sender sender,
      WebhookLog log,
      MeterRegistry meters,
      InstantSource clock,
      @Qualifier("streamsHealthIndicator") HealthIndicator streams) {
    return new Dispatcher(
        subscriptions,
        new WebhookContext(
            properties,
            registry,
            subscription -> consumer(kafka, group(properties, subscription)),
            sender,
            log,
            new WebhookMetrics(meters),
            clock,
            () -> isUp(streams)));
  }

  private static boolean isUp(HealthIndicator streams) {
    var health = streams.health();
    return health != null && health.getStatus().equals(Status.UP);
  }

  /** Whoever subscribes again under the same id begins anew. */
  private static String group(WebhookProperties properties, Subscription subscription) {
    return properties.groupPrefix()
        + subscription.id()
        + "-"
        + subscription.createdAt().toEpochMilli();
  }

  private static Consumer<String, byte[]> consumer(KafkaProperties kafka, String group) {
    Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 4);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
