package io.vigil.bench.alerts;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records to one topic that are all there before any may be read. */
final class Transaction implements AutoCloseable {
  private static final int OPEN_AT_MOST_MS = 600_000;

  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<TopicPartition, OffsetSpec> ends;

  Transaction(String brokers, String topic, int partitions) {
    this.ends =
        IntStream.range(0, partitions)
            .boxed()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition), any -> OffsetSpec.latest()));
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "backlog-" + topic,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                OPEN_AT_MOST_MS,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L * 1024 * 1024),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  void begin() {
    producer.beginTransaction();
  }

  /** One that fails lets the commit fail. */
  void send(ProducerRecord<String, byte[]> record) {
    Future<?> unused = producer.send(record);
  }

  /** Returns once everything that was sent lies in the log. */
  void flush() {
    producer.flush();
  }

  /** Returns once everything may be read, in every partition, each of which has got something. */
  void commit() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> written = ends(IsolationLevel.READ_UNCOMMITTED);
    producer.commitTransaction();
    boolean readable;
    do {
      Map<TopicPartition, Long> now = ends(IsolationLevel.READ_COMMITTED);
      readable =
          written.entrySet().stream()
              .allMatch(end -> now.getOrDefault(end.getKey(), 0L) > end.getValue());
    } while (!readable);
  }

  private Map<TopicPartition, Long> ends(IsolationLevel level)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> found = new HashMap<>();
    admin
        .listOffsets(ends, new ListOffsetsOptions(level))
        .all()
        .get()
        .forEach((partition, end) -> found.put(partition, end.offset()));
    return found;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
