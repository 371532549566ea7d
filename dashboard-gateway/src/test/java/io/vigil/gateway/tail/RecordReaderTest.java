package io.vigil.gateway.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.gateway.Alerts;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.command.Resume;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Readings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> parked = new ArrayList<>();
  private final RecordReader reader =
      new RecordReader(
          new TailMetrics(meters),
          (record, reason, detail) -> parked.add(record.topic() + " " + reason));

  private static ConsumerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    return new ConsumerRecord<>(topic, 0, 0, key.getBytes(UTF_8), value);
  }

  private double malformed(String topic) {
    var counter = meters.find("vigil.records.malformed").tag("topic", topic).counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void readsAnAlarmEvent() {
    Alert raised = Alerts.raised("p-1", NOON);

    var read = reader.alert(record(Topics.ALERTS, "p-1", AlertEvent.of(raised).toJson()));

    assertThat(read).map(AlertEvent::data).contains(raised);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"specversion\":\"1.0\",\"type\":\"vigil.heartbeat.v1\",\"data\":{\"id\":\"x\"}}",
        "{\"type\":\"vigil.heartbeat.v1\"}"
      })
  void passesOverEventsOfOtherKindsWithoutCountingThem(String event) {
    assertThat(reader.alert(record(Topics.ALERTS, "p-1", event.getBytes(UTF_8)))).isEmpty();
    assertThat(malformed(Topics.ALERTS)).isZero();
    assertThat(parked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"type\":\"vigil.alert.raised.v1\"}", "\u0001"})
  void countsAndParksWhatIsNoEvent(String event) {
    assertThat(reader.alert(record(Topics.ALERTS, "p-1", event.getBytes(UTF_8)))).isEmpty();
    assertThat(malformed(Topics.ALERTS)).isEqualTo(1);
    assertThat(parked).containsExactly("vitals.alerts malformed");
  }

  @Test
  void parksReadingsThatCannotBeRead() {
    byte[] notProtobuf = {(byte) 0xff};
    byte[] ofAnother = Readings.newBuilder().setPatient("p-2").build().toByteArray();

    assertThat(reader.readings(record(Topics.READINGS, "p-1", notProtobuf))).isEmpty();
    assertThat(reader.readings(record(Topics.READINGS, "p-1", ofAnother))).isEmpty();
    assertThat(parked).containsExactly("vitals.readings malformed", "vitals.readings wrong_key");
  }

  @Test
  void takesACommandUnderItsPatientsKeyAlone() {
    Resume resume = new Resume("p-1", NOON, "dr-adams");

    assertThat(reader.command(record(Topics.ALERT_COMMANDS, "p-1", resume.toJson())))
        .contains(resume);
    assertThat(reader.command(record(Topics.ALERT_COMMANDS, "p-2", resume.toJson()))).isEmpty();
    assertThat(reader.command(record(Topics.ALERT_COMMANDS, "p-1", new byte[0]))).isEmpty();
    assertThat(malformed(Topics.ALERT_COMMANDS)).isEqualTo(2);
    assertThat(parked)
        .containsExactly("vitals.alert-commands wrong_key", "vitals.alert-commands malformed");
  }
}
