package io.vigil.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Watermark;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class WatermarksTest {
  private static final long T = 1_795_248_000_000L;
  private static final Node BROKER = new Node(0, "localhost", 9092);

  private final SettableClock clock = new SettableClock(T);
  private final InFlight inFlight = new InFlight(clock, 10);
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          threePartitions(), false, null, new StringSerializer(), new ByteArraySerializer());
  private long nanos;
  private boolean takesReadings = true;
  private final Watermarks watermarks =
      new Watermarks(producer, inFlight, "ingest-1", () -> takesReadings, () -> nanos);

  @Test
  void tellsEveryPartition() throws Exception {
    watermarks.tell();

    assertThat(producer.history())
        .extracting(ProducerRecord::partition)
        .containsExactlyInAnyOrder(0, 1, 2);
    for (ProducerRecord<String, byte[]> record : producer.history()) {
      assertThat(record.topic()).isEqualTo(Topics.WATERMARKS);
      assertThat(record.key()).isEqualTo("ingest-1");
      assertThat(record.timestamp()).isEqualTo(T);
      assertThat(Watermark.parseFrom(record.value()))
          .isEqualTo(Watermark.newBuilder().setInstance("ingest-1").setIngestTimeMs(T).build());
    }
  }

  @Test
  void tellsTheOldestInFlight() throws Exception {
    inFlight.enter();
    clock.set(T + 250);

    watermarks.tell();

    assertThat(Watermark.parseFrom(producer.history().get(0).value()).getIngestTimeMs())
        .isEqualTo(T - 1);
  }

  @Test
  void tellsNothingWhileNobodyCanPush() {
    takesReadings = false;
    watermarks.tell();
    assertThat(producer.history()).isEmpty();

    takesReadings = true;
    watermarks.tell();
    assertThat(producer.history()).hasSize(3);
  }

  @Test
  void passesARoundOverWhileItDoesNotKnowThePartitions() {
    producer.partitionsForException = new TimeoutException("not known yet");

    watermarks.tell();

    assertThat(producer.history()).isEmpty();
  }

  @Test
  void isAcknowledgedWhenEveryPartitionHasAcknowledged() {
    watermarks.tell();
    nanos = Duration.ofMillis(7).toNanos();

    producer.completeNext();
    producer.completeNext();
    assertThat(watermarks.sinceAcknowledged()).isGreaterThan(Duration.ofHours(1));
    producer.completeNext();

    nanos = Duration.ofMillis(10).toNanos();
    assertThat(watermarks.sinceAcknowledged()).isEqualTo(Duration.ofMillis(3));
  }

  @Test
  void isNotAcknowledgedWhileOnePartitionIsAway() {
    watermarks.tell();

    producer.completeNext();
    producer.errorNext(new TimeoutException("expired"));
    producer.completeNext();

    assertThat(watermarks.sinceAcknowledged()).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void showsTheLogDownAfterASilence() {
    LogHealthIndicator health = new LogHealthIndicator(watermarks, Duration.ofSeconds(3));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

    watermarks.tell();
    IntStream.range(0, 3).forEach(i -> producer.completeNext());
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    nanos = Duration.ofSeconds(3).toNanos() + 1;
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }

  private static Cluster threePartitions() {
    Node[] replicas = {BROKER};
    List<PartitionInfo> partitions =
        IntStream.range(0, 3)
            .mapToObj(i -> new PartitionInfo(Topics.WATERMARKS, i, BROKER, replicas, replicas))
            .toList();
    return new Cluster("test", List.of(BROKER), partitions, Set.of(), Set.of());
  }
}
