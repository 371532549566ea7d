package io.vigil.alert.topology;

import static io.vigil.alert.topology.Wire.ms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.Resume;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.topic.RejectedRecord;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmTopologyTest {
  private final Registry registry = new Registry();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          AlarmTopology.of(
              new AlarmSettings(
                  new Rules(
                      Map.of(Vital.HEART_RATE, new VitalTiming(500, 10_000, 3_000, 5_000, true)),
                      30_000,
                      5_000),
                  new LifeCycle(60_000, 180_000, 2, 600_000),
                  Duration.ofSeconds(10)),
              new Census(registry),
              new AlertMetrics(meters, InstantSource.fixed(Instant.ofEpochMilli(ms(10.3))))),
          settings());
  private final TestInputTopic<String, byte[]> readings = input(Topics.READINGS);
  private final TestInputTopic<String, byte[]> watermarks = input(Topics.WATERMARKS);
  private final TestInputTopic<String, byte[]> commands = input(Topics.ALERT_COMMANDS);
  private final TestOutputTopic<String, byte[]> alerts = output(Topics.ALERTS);
  private final TestOutputTopic<String, byte[]> rejected = output(Topics.REJECTED);

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "alert");
    settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Parking.class);
    settings.put(Parking.METERS, meters);
    return settings;
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

  private void listen(double from, double to) {
    for (double second = from; second <= to; second += 0.25) {
      watermarks.pipeInput("ingest-1", Wire.watermark(second).toByteArray(), ms(second));
    }
  }

  private List<String> timeline() {
    return alerts.readValuesToList().stream()
        .map(json -> Lines.line(AlertEvent.fromJson(json).data()))
        .toList();
  }

  @Test
  void writesAnAlarmAsACloudEventUnderItsPatient() {
    pipe("p-0001", 0, "134x11");

    TestRecord<String, byte[]> alert = alerts.readRecord();

    assertThat(alert.key()).isEqualTo("p-0001");
    assertThat(alert.timestamp()).isEqualTo(ms(10.1));
    assertThat(alert.headers().lastHeader("content-type").value())
        .asString(UTF_8)
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(new String(alert.value(), UTF_8))
        .isEqualTo(
            """
            {"specversion":"1.0","id":"d7ff5935-5f87-34ab-b050-97865d9cf413-1",\
            "source":"/vigil/alert-service","type":"vigil.alert.raised.v1","subject":"p-0001",\
            "time":"2026-11-21T08:00:10Z","datacontenttype":"application/json",\
            "data":{"id":"d7ff5935-5f87-34ab-b050-97865d9cf413","patient":"p-0001",\
            "vital":"heart_rate","rule":"high","category":"physiological","priority":"medium",\
            "state":"raised","onset":"2026-11-21T08:00:00Z","time":"2026-11-21T08:00:10Z",\
            "value":134,"limit":120,"text":"HR 134 > 120","late":false,"revision":1,\
            "latched":false,"by":null,"note":null}}\
            """);
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void raisesAndResolves() {
    pipe("p-0001", 0, "72x5 134x11 90x11");

    assertThat(timeline())
        .containsExactly(
            "p-0001 high raised medium 5-15 HR 134 > 120 #1",
            "p-0001 high resolved medium 5-26 HR 90 ≤ 115 #2");
  }

  @Test
  void raisesAGapWhenTheWatermarkPasses() {
    admit("p-0001");
    listen(-1, 0);
    pipe("p-0001", 0, "72");
    listen(0.25, 5);
    assertThat(timeline()).isEmpty();

    listen(5.25, 5.25);

    assertThat(timeline())
        .containsExactly("p-0001 gap raised medium 0.1-5.1 HR no reading for 5 s #1");
  }

  @Test
  void writesTheStateThatChangedBeforeItCommits() {
    pipe("p-0001", 0, "72x3");

    List<byte[]> changelog = output("alert-patients-changelog").readValuesToList();
    ObjectStore<PatientWatch> patients = patients();

    assertThat(changelog).hasSize(3);
    assertThat(changelog.get(2)).isEqualTo(patients.all().iterator().next().toBytes());
  }

  @SuppressWarnings("unchecked")
  private ObjectStore<PatientWatch> patients() {
    return (ObjectStore<PatientWatch>) driver.getStateStore("patients");
  }

  @Test
  void saysEveryTenSecondsThatItsPartitionIsWatched() {
    listen(0, 1);
    driver.advanceWallClockTime(Duration.ofSeconds(9));
    assertThat(alerts.isEmpty()).isTrue();

    driver.advanceWallClockTime(Duration.ofSeconds(1));
    TestRecord<String, byte[]> heartbeat = alerts.readRecord();

    assertThat(heartbeat.key()).isEqualTo("vigil/0");
    assertThat(new String(heartbeat.value(), UTF_8))
        .contains("\"type\":\"vigil.heartbeat.v1\"")
        .endsWith("\"data\":{\"partition\":0,\"watermark\":\"2026-11-21T08:00:01Z\"}}");
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void parksWhatIsNoReadingsAndGoesOn() {
    pipe("p-0001", 0, "134x6");
    readings.pipeInput("p-0001", new byte[] {1, 2, 3}, ms(5.5));
    readings.pipeInput("p-0001", null, ms(5.6));
    pipe("p-0001", 6, "134x5");

    assertThat(timeline()).containsExactly("p-0001 high raised medium 0-10 HR 134 > 120 #1");
    List<TestRecord<String, byte[]>> parked = rejected.readRecordsToList();
    assertThat(parked).extracting(TestRecord::key).containsExactly("p-0001", "p-0001");
    assertThat(parked.get(0).value()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(header(parked.get(0), RejectedRecord.REASON)).isEqualTo("malformed");
    assertThat(header(parked.get(0), RejectedRecord.TOPIC)).isEqualTo("vitals.readings");
    assertThat(header(parked.get(0), RejectedRecord.OFFSET)).isEqualTo("6");
    assertThat(header(parked.get(1), RejectedRecord.REASON)).isEqualTo("no_value");
    assertThat(parkedFor("malformed")).isEqualTo(1);
    assertThat(parkedFor("no_value")).isEqualTo(1);
  }

  @Test
  void parksReadingsUnderAnotherKeyThanTheirPatients() {
    byte[] message = Wire.live("p-0001", 0, "72").get(0).toByteArray();

    readings.pipeInput("p-0002", message, ms(0));
    readings.pipeInput(null, message, ms(1));

    List<TestRecord<String, byte[]>> parked = rejected.readRecordsToList();
    assertThat(parked).extracting(TestRecord::key).containsExactly("p-0002", null);
    assertThat(parked.get(0).value()).isEqualTo(message);
    assertThat(header(parked.get(0), RejectedRecord.REASON)).isEqualTo("key_mismatch");
    assertThat(parkedFor("key_mismatch")).isEqualTo(2);
  }

  @Test
  void parksWhatIsNoWatermarkAndGoesOn() {
    admit("p-0001");
    listen(-1, 0);
    pipe("p-0001", 0, "72");
    watermarks.pipeInput("ingest-1", "?".getBytes(UTF_8), ms(1));
    listen(0.25, 5.25);

    assertThat(timeline()).hasSize(1);
    assertThat(parkedFor("malformed")).isEqualTo(1);
  }

  @Test
  void carriesOutCommandsOfTheirTopic() {
    pipe("p-0001", 0, "134x11");
    Acknowledge command =
        new Acknowledge(
            "p-0001",
            Instant.ofEpochMilli(ms(11)),
            "ann",
            "d7ff5935-5f87-34ab-b050-97865d9cf413",
            "on my way");

    commands.pipeInput("p-0001", command.toJson(), ms(11));
    commands.pipeInput("p-0001", command.toJson(), ms(12));

    assertThat(timeline())
        .containsExactly(
            "p-0001 high raised medium 0-10 HR 134 > 120 #1",
            "p-0001 high acknowledged medium 0-11 HR 134 > 120 #2");
    assertThat(
            meters
                .get("vigil.commands")
                .tags("command", "acknowledge", "outcome", "unchanged")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void parksWhatIsNoCommandOrUnderAnotherKey() {
    byte[] resume = new Resume("p-0001", Instant.ofEpochMilli(ms(1)), "ann").toJson();

    commands.pipeInput("p-0001", "{}".getBytes(UTF_8), ms(0));
    commands.pipeInput("p-0001", null, ms(1));
    commands.pipeInput("p-0002", resume, ms(1));

    assertThat(rejected.readRecordsToList())
        .extracting(record -> header(record, RejectedRecord.REASON))
        .containsExactly("malformed", "no_value", "key_mismatch");
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private double parkedFor(String reason) {
    return meters
        .get("vigil.records.parked")
        .tags("stage", "alert", "reason", reason)
        .counter()
        .count();
  }

  @Test
  void countsAlarmsAndTheirDelay() {
    pipe("p-0001", 0, "134x11");

    assertThat(
            meters
                .get("vigil.alerts")
                .tags("stage", "alert", "rule", "high", "state", "raised")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(
            meters
                .get("vigil.alerts.delay")
                .timer()
                .totalTime(java.util.concurrent.TimeUnit.MILLISECONDS))
        .isEqualTo(200);
  }
}
