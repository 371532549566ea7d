package io.vigil.alert.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.StorageAgreement;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.alert.topology.AlarmSettings;
import io.vigil.alert.topology.AlarmTopology;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.alert.topology.Parking;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.check.StorageCheck;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.topic.RejectedRecord;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.PresenceRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageTopologyTest {
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");

  private final TopologyTestDriver driver = start();
  private final TestInputTopic<String, byte[]> checks = input(Topics.STORAGE_CHECKS);
  private final TestInputTopic<String, byte[]> presences = input(Topics.PRESENCE);
  private final TestOutputTopic<String, byte[]> alerts = output(Topics.ALERTS);
  private final TestOutputTopic<String, byte[]> rejected = output(Topics.REJECTED);

  private static TopologyTestDriver start() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    AlarmSettings settings =
        new AlarmSettings(
            new Rules(
                Map.of(Vital.HEART_RATE, new VitalTiming(500, 10_000, 3_000, 5_000, true)),
                30_000,
                5_000),
            new LifeCycle(60_000, 180_000, 2, 600_000),
            Duration.ofSeconds(10));
    Census census = new Census(new Registry());
    AlertMetrics metrics = new AlertMetrics(meters, InstantSource.fixed(AT));
    Topology topology = AlarmTopology.of(settings, census, metrics);
    new StorageTopology(settings, census, metrics).addTo(topology);
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "alert");
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
    config.put(Parking.METERS, meters);
    return new TopologyTestDriver(topology, config);
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private void check(int minute, int partition, int missingInHistory, int missingInHot) {
    Instant at = AT.plusSeconds(60L * minute);
    int patients = missingInHistory + missingInHot > 0 ? 2 : 0;
    StorageCheck check =
        new StorageCheck(partition, 0, 99, at, 600, missingInHistory, missingInHot, patients);
    checks.pipeInput(StorageCheck.KEY, check.toJson(), at.toEpochMilli());
  }

  private List<Alert> told() {
    List<Alert> told = new ArrayList<>();
    for (byte[] event : alerts.readValuesToList()) {
      AlertEvent.alertIn(event).map(AlertEvent::data).ifPresent(told::add);
    }
    return told;
  }

  private List<String> lines() {
    return told().stream()
        .map(alert -> alert.patient() + " " + alert.state() + ": " + alert.text())
        .toList();
  }

  @Test
  void saysNothingWhileTheStoresAgree() {
    check(0, 0, 0, 0);
    check(1, 1, 0, 0);

    assertThat(told()).isEmpty();
  }

  @Test
  void isOneAlarmUntilEachPartitionThatLackedSomethingAgreesAgain() {
    check(0, 0, 37, 5);
    check(1, 1, 1, 0);
    check(10, 0, 0, 0);
    assertThat(lines())
        .containsExactly(
            "vigil RAISED: The history lacked 37 readings of 2 patients, written again");

    check(11, 2, 0, 0);
    assertThat(told()).isEmpty();
    check(12, 1, 0, 0);

    assertThat(lines()).containsExactly("vigil RESOLVED: Storage agrees with the log again");
  }

  @Test
  void tellsWhereSomethingWasMissing() {
    check(0, 0, 0, 1);

    assertThat(told())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.text())
                  .isEqualTo("The hot window lacked 1 reading of 2 patients, written again");
              assertThat(alert.rule().code()).isEqualTo("storage");
              assertThat(alert.category().name()).isEqualTo("TECHNICAL");
              assertThat(alert.onset()).isEqualTo(AT);
            });
  }

  @Test
  void isAcknowledged() {
    check(0, 0, 37, 0);
    Alert raised = told().get(0);
    Instant at = AT.plusSeconds(30);
    Acknowledge command = new Acknowledge("vigil", at, "dr-adams", raised.id(), "seen");

    presences.pipeInput(
        null,
        PresenceRecord.newBuilder()
            .setCommand(ByteString.copyFrom(command.toJson()))
            .build()
            .toByteArray(),
        at.toEpochMilli());

    assertThat(told())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED);
              assertThat(alert.by()).isEqualTo("dr-adams");
              assertThat(alert.id()).isEqualTo(raised.id());
            });
  }

  @Test
  void parksWhatIsNoCheckAndGoesOn() {
    checks.pipeInput(StorageCheck.KEY, "no".getBytes(UTF_8), AT.toEpochMilli());
    check(1, 0, 37, 0);

    assertThat(told()).hasSize(1);
    assertThat(rejected.readRecord().headers().lastHeader(RejectedRecord.REASON).value())
        .isEqualTo("malformed".getBytes(UTF_8));
  }

  @Test
  @SuppressWarnings("unchecked") // what a store holds is known to who built it
  void remembersWhatItHasToldOf() {
    check(0, 0, 37, 0);
    check(1, 3, 37, 0);
    ObjectStore<StorageAgreement> store =
        (ObjectStore<StorageAgreement>) driver.getStateStore(StorageProcessor.STORE);
    byte[] state = Objects.requireNonNull(store.get("vigil")).toBytes();

    assertThat(StorageAgreement.fromBytes(state).toBytes()).isEqualTo(state);
  }
}
