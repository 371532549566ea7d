package io.vigil.ingest.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.ingest.limit.MachineLimits;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.schema.topic.Topics;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Opens the way into the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
  @Bean
  KafkaAdmin.NewTopics topics(LogProperties properties) {
    return new KafkaAdmin.NewTopics(
        Topics.all(properties.partitions(), properties.replicas()).toArray(NewTopic[]::new));
  }

  /** What a 202 promises rests on these settings, so that they are not left to a file. */
  @Bean(destroyMethod = "") // the reading log closes it, once it has delivered the rest
  KafkaProducer<String, byte[]> producer(KafkaProperties kafka) {
    Map<String, Object> settings = kafka.buildProducerProperties();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // An event loop sends: it must never wait for metadata or for room in the buffer.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    settings.computeIfPresent(
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        (key, bytes) -> MachineLimits.bytes(Long.parseLong(bytes.toString())));
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Bean
  InFlight inFlight(InstantSource clock, LogProperties properties, MeterRegistry meters) {
    InFlight inFlight = new InFlight(clock, MachineLimits.requests(properties.requestsInFlight()));
    Gauge.builder("vigil.ingest.requests.inflight", inFlight, InFlight::size)
        .description("Requests that wait for the log's acknowledgement")
        .tag("stage", "ingest")
        .register(meters);
    return inFlight;
  }

  @Bean
  ReadingLog readingLog(
      Producer<String, byte[]> producer, ReadingCounters counters, LogProperties properties) {
    return new KafkaReadingLog(producer, counters, properties.closeWithin());
  }

  @Bean
  Watermarks watermarks(
      Producer<String, byte[]> producer,
      InFlight inFlight,
      RegistryFollower registry,
      ApplicationAvailability application) {
    String instance = "ingest-" + UUID.randomUUID();
    return new Watermarks(
        producer,
        inFlight,
        instance,
        () -> registry.isCaughtUp() && hasStarted(application),
        System::nanoTime);
  }

  /** Whether everything has started, the server too; it stays so while the server is stopped. */
  private static boolean hasStarted(ApplicationAvailability application) {
    return application.getLivenessState() == LivenessState.CORRECT;
  }

  @Bean
  LogWatch logWatch(KafkaAdmin admin, Watermarks watermarks, LogProperties properties) {
    return new LogWatch(admin, watermarks, properties);
  }

  @Bean
  HealthIndicator logHealthIndicator(Watermarks watermarks, LogProperties properties) {
    return new LogHealthIndicator(watermarks, properties.silentAfter());
  }
}
