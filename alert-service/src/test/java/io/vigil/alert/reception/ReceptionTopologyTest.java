package io.vigil.alert.reception;

import static io.vigil.alert.topology.Wire.ms;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.vigil.alert.topology.AlarmTopology;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.alert.topology.Wire;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Watermark;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceptionTopologyTest {
  private final Registry registry = new Registry();
  private final TopologyTestDriver driver = start();
  private final TestInputTopic<String, byte[]> readings = input(Topics.READINGS);
  private final TestInputTopic<String, byte[]> watermarks = input(Topics.WATERMARKS);
  private final TestOutputTopic<String, byte[]> reception =
      driver.createOutputTopic(
          Topics.RECEPTION, new StringDeserializer(), new ByteArrayDeserializer());

  private TopologyTestDriver start() {
    Topology topology =
        new Topology()
            .addSource(
                AlarmTopology.READINGS_SOURCE,
                new StringDeserializer(),
                reading(Readings.parser()),
                Topics.READINGS)
            .addSource(
                AlarmTopology.WATERMARKS_SOURCE,
                new StringDeserializer(),
                reading(Watermark.parser()),
                Topics.WATERMARKS);
    new ReceptionTopology(new Census(registry)).addTo(topology);
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "alert");
    return new TopologyTestDriver(topology, settings);
  }

  private static Deserializer<MessageLite> reading(Parser<? extends MessageLite> parser) {
    return (topic, bytes) -> {
      try {
        return parser.parseFrom(bytes);
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalArgumentException(e);
      }
    };
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private void admit(String patient) {
    Patient entry =
        new Patient(patient, "A. B.", "Ward 3", "12", Patient.Priority.NORMAL, Instant.EPOCH);
    registry.apply(entry.key(), entry.toJson());
  }

  private void pipe(String patient, double from, String notation) {
    Wire.live(patient, from, notation)
        .forEach(
            message ->
                readings.pipeInput(patient, message.toByteArray(), message.getIngestTimeMs()));
  }

  private void listen(double second) {
    watermarks.pipeInput("ingest-1", Wire.watermark(second).toByteArray(), ms(second));
  }

  private List<String> lines() {
    return reception.readValuesToList().stream()
        .map(json -> Minutes.line(MinuteReception.fromJson(json)))
        .toList();
  }

  @Test
  void writesAMinuteUnderItsPatientWithTheTimeAtWhichItEnded() {
    pipe("p-0001", 0, "72x61");

    TestRecord<String, byte[]> minute = reception.readRecord();

    assertThat(minute.key()).isEqualTo("p-0001");
    assertThat(minute.timestamp()).isEqualTo(ms(60));
    assertThat(MinuteReception.fromJson(minute.value()).received()).isEqualTo(60);
    assertThat(reception.isEmpty()).isTrue();
  }

  @Test
  void tellsOfAPatientWhoIsSilentWhileTheyAreAdmitted() {
    admit("p-0001");
    pipe("p-0001", 0, "72x30");

    listen(70);
    listen(130);

    assertThat(lines())
        .containsExactly(
            "0 30/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 30900",
            "1 0/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 90900");
  }

  @Test
  void forgetsAPatientWhoIsSilentAndNotAdmitted() {
    pipe("p-0001", 0, "72x30");

    listen(70);
    listen(130);
    listen(190);

    assertThat(lines()).hasSize(1);
    assertThat(((ObjectStore<?>) driver.getStateStore("reception")).all()).isEmpty();
  }

  @Test
  void passesOverReadingsUnderAnotherKey() {
    byte[] message = Wire.live("p-0001", 0, "72").get(0).toByteArray();

    readings.pipeInput("p-0002", message, ms(0));
    listen(70);

    assertThat(lines()).isEmpty();
  }
}
