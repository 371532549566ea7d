package io.vigil.deploy.rehearsal.play;

import io.vigil.deploy.rehearsal.score.Heard;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes every alarm event that is committed from now on, on a thread of its own. */
final class AlertListener implements AutoCloseable {
  private static final Duration POLL_FOR = Duration.ofMillis(200);

  private final JsonMapper json = new JsonMapper();
  private final InstantSource clock;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = new Thread(this::listen, "alert-listener");
  private volatile boolean closed;

  private AlertListener(KafkaConsumer<String, byte[]> consumer, InstantSource clock) {
    this.consumer = consumer;
    this.clock = clock;
  }

  static AlertListener open(Vigil vigil, InstantSource clock) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                vigil.kafka(),
                "isolation.level",
                "read_committed",
                "reconnect.backoff.max.ms",
                500,
                "request.timeout.ms",
                5_000,
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ALERTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    AlertListener listener = new AlertListener(consumer, clock);
    listener.thread.setDaemon(true);
    listener.thread.start();
    return listener;
  }

  private void listen() {
    while (!closed) {
      for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL_FOR)) {
        note(event);
      }
    }
    consumer.close();
  }

  private void note(ConsumerRecord<String, byte[]> event) {
    try {
      JsonNode read = json.readTree(event.value());
      JsonNode data = read.path("data");
      if (data.has("rule")) {
        heard.add(
            new Heard(
                read.path("id").asString(""),
                data.path("id").asString(""),
                data.path("patient").asString(""),
                data.path("rule").asString(""),
                data.path("state").asString(""),
                Instant.parse(data.path("onset").asString("")).toEpochMilli(),
                data.path("late").asBoolean(false),
                clock.millis()));
      }
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
      System.err.println("vigil: passing over an event that is none: " + e.getMessage());
    }
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(POLL_FOR.toMillis() * 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
