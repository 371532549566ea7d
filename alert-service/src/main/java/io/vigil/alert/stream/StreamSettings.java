package io.vigil.alert.stream;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.alert.topology.Parking;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of Kafka Streams, from the budget of ten seconds between the reading that decides
 * and the alarm: with the defaults a broker or an instance that hangs would be waited for far
 * longer.
 */
final class StreamSettings {
  private final StreamProperties properties;
  private final TopicProperties topics;
  private final MeterRegistry meters;

  StreamSettings(StreamProperties properties, TopicProperties topics, MeterRegistry meters) {
    this.properties = properties;
    this.topics = topics;
    this.meters = meters;
  }

  /**
   * All of them.
   *
   * @param client how to reach Kafka
   */
  Map<String, Object> with(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, properties.applicationId());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, properties.standbys());
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replicas());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, properties.commitEvery().toMillis());
    // Merges readings and watermarks by ingest time as far as the log holds both, and never waits
    // for what is not written yet.
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    poison(settings);
    budget(settings);
    return settings;
  }

  private void poison(Map<String, Object> settings) {
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class.getName());
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class.getName());
    settings.put(Parking.METERS, meters);
  }

  private void budget(Map<String, Object> settings) {
    int session = (int) properties.sessionTimeout().toMillis();
    settings.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    settings.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), session / 4);
    settings.put(mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 30_000);
    settings.put(StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, 10_000L);
    settings.put(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
    settings.put(consumerPrefix(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG), 5_000);
    settings.put(producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
    settings.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    settings.put(producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), 8_000);
    settings.put(producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 5_000L);
    settings.put(
        producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) properties.transactionTimeout().toMillis());
  }
}
