package io.vigil.schema.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RejectedRecordTest {
  private final ConsumerRecord<byte[], byte[]> poison =
      new ConsumerRecord<>(Topics.READINGS, 3, 42, "p-0001".getBytes(UTF_8), new byte[] {1, 2});

  @Test
  void keepsTheKeyAndTheBytesAsTheyCame() {
    ProducerRecord<byte[], byte[]> rejected = rejected(poison);

    assertThat(rejected.topic()).isEqualTo("vitals.rejected");
    assertThat(rejected.key()).isEqualTo(poison.key());
    assertThat(rejected.value()).isEqualTo(poison.value());
  }

  @Test
  void tellsWhyAndWhereItCameFrom() {
    assertThat(headers(rejected(poison)))
        .containsExactly(
            Map.entry("vigil-rejected-by", "storage-sink"),
            Map.entry("vigil-rejected-detail", "the value is no Readings message"),
            Map.entry("vigil-rejected-offset", "42"),
            Map.entry("vigil-rejected-partition", "3"),
            Map.entry("vigil-rejected-reason", "malformed"),
            Map.entry("vigil-rejected-topic", "vitals.readings"));
  }

  @Test
  void keepsHeadersThatItCameWithAndReplacesThoseOfAnEarlierRejection() {
    poison.headers().add("trace", new byte[] {7}).add("vigil-rejected-reason", new byte[] {8});

    assertThat(headers(rejected(poison)))
        .containsEntry("vigil-rejected-reason", "malformed")
        .containsKey("trace")
        .hasSize(7);
    assertThat(poison.headers().lastHeader("vigil-rejected-reason").value()).containsExactly(8);
  }

  private static ProducerRecord<byte[], byte[]> rejected(ConsumerRecord<byte[], byte[]> record) {
    return RejectedRecord.of(
        record, "storage-sink", "malformed", "the value is no Readings message");
  }

  private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return headers;
  }
}
