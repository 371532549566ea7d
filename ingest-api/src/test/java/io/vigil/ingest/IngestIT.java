package io.vigil.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.ingest.http.IngestServer;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import io.vigil.schema.wire.Watermark;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** The way from a request to the log, on a real broker. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "vigil.http.port=0"
    })
@EmbeddedKafka(partitions = 4, brokerProperties = "auto.create.topics.enable=false")
class IngestIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration A_MOMENT = Duration.ofMillis(20);
  private static final int PARTITIONS = 4;

  @Autowired private EmbeddedKafkaBroker broker;
  @Autowired private IngestServer server;
  @Autowired private InstantSource clock;
  @LocalServerPort private int managementPort;
  private TestLog log;

  @BeforeEach
  void isReady() {
    log = new TestLog(broker.getBrokersAsString());
    TestDevice anyone = device("vgd_anyone");
    await().atMost(SOON).until(anyone::seesReadiness);
  }

  @Test
  void putsAReadingIntoTheLog() throws Exception {
    TestDevice device = bedside("p-0001");
    long now = clock.millis();

    HttpResponse<String> answer =
        device.post(
            "{\"vital\":\"heart_rate\",\"time\":%d,\"value\":72.5,\"seq\":17}".formatted(now));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    ConsumerRecord<String, byte[]> record = recordsOf("p-0001", 1).get(0);
    Readings readings = Readings.parseFrom(record.value());
    assertThat(record.timestamp()).isEqualTo(readings.getIngestTimeMs());
    assertThat(readings.getIngestTimeMs()).isBetween(now, clock.millis());
    assertThat(readings)
        .isEqualTo(
            Readings.newBuilder()
                .setPatient("p-0001")
                .setDevice("dev-p-0001")
                .setIngestTimeMs(readings.getIngestTimeMs())
                .addSeries(
                    Series.newBuilder()
                        .setVital(Vital.VITAL_HEART_RATE)
                        .addReadings(reading(now, 7250).setSeq(17)))
                .build());
  }

  @Test
  void putsOneRecordForEachPatientOfARequestIntoThePatientsPartition() throws Exception {
    log.admit("p-1001");
    log.admit("p-1002");
    log.provision("ward-3", "vgd_ward", "p-1001", "p-1002");
    TestDevice ward = known(device("vgd_ward"));
    long now = clock.millis();
    String reading = "{\"patient\":\"%s\",\"vital\":\"%s\",\"time\":%d,\"value\":40}";

    HttpResponse<String> answer =
        ward.post(
            List.of(
                    reading.formatted("p-1001", "spo2", now - 2000),
                    reading.formatted("p-1002", "spo2", now),
                    reading.formatted("p-1001", "heart_rate", now - 1000),
                    reading.formatted("p-1001", "spo2", now - 1000))
                .toString());

    assertThat(answer.body()).isEqualTo("{\"accepted\":4,\"rejected\":[]}");
    ConsumerRecord<String, byte[]> first = recordsOf("p-1001", 1).get(0);
    assertThat(first.partition()).isEqualTo(partitionOf("p-1001"));
    assertThat(Readings.parseFrom(first.value()).getSeriesList())
        .containsExactly(
            Series.newBuilder()
                .setVital(Vital.VITAL_SPO2)
                .addReadings(reading(now - 2000, 4000))
                .addReadings(reading(now - 1000, 4000))
                .build(),
            Series.newBuilder()
                .setVital(Vital.VITAL_HEART_RATE)
                .addReadings(reading(now - 1000, 4000))
                .build());
    ConsumerRecord<String, byte[]> second = recordsOf("p-1002", 1).get(0);
    assertThat(second.partition()).isEqualTo(partitionOf("p-1002"));
    assertThat(Readings.parseFrom(second.value()).getSeriesCount()).isEqualTo(1);
  }

  /** The quickest of several, for a busy machine may hold up any one of them. */
  @Test
  void takesANewTokenAndRefusesTheOldOneWithinASecond() throws Exception {
    bedside("p-0005");
    Duration quickest = SOON;
    for (int i = 1; i <= 5; i++) {
      TestDevice before = device("vgd_p-0005" + (i == 1 ? "" : "-" + (i - 1)));
      TestDevice after = device("vgd_p-0005-" + i);
      long start = System.nanoTime();
      log.provision("dev-p-0005", "vgd_p-0005-" + i, "p-0005");

      await().atMost(SOON).pollInterval(A_MOMENT).until(() -> before.push("[]") == 401);

      quickest = shorter(quickest, Duration.ofNanos(System.nanoTime() - start));
      assertThat(known(after).push("[]")).isEqualTo(422);
    }
    assertThat(quickest).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void refusesATokenSoonAfterItIsRevoked() throws Exception {
    TestDevice device = bedside("p-0002");
    assertThat(device.push("[]")).isEqualTo(422);

    log.revoke("device/dev-p-0002");

    await().atMost(SOON).until(() -> device.push("[]") == 401);
  }

  @Test
  void refusesAPatientSoonAfterTheDischarge() throws Exception {
    TestDevice device = bedside("p-0003");
    String reading = "{\"vital\":\"spo2\",\"time\":%d,\"value\":98}".formatted(clock.millis());
    assertThat(device.push(reading)).isEqualTo(202);

    log.revoke("patient/p-0003");

    await().atMost(SOON).until(() -> device.push(reading) == 422);
  }

  @Test
  void tellsEveryPartitionHowFarItHasGot() {
    long now = clock.millis();

    List<ConsumerRecord<String, byte[]>> watermarks =
        log.read(Topics.WATERMARKS, records -> partitionsSince(now + 1_000, records) == PARTITIONS);

    for (int partition = 0; partition < PARTITIONS; partition++) {
      int each = partition;
      List<Watermark> told =
          watermarks.stream()
              .filter(record -> record.partition() == each)
              .map(IngestIT::watermark)
              .toList();
      assertThat(told).extracting(Watermark::getInstance).containsOnly(told.get(0).getInstance());
      assertThat(told).extracting(Watermark::getIngestTimeMs).isSorted();
    }
    assertThat(watermarks)
        .allMatch(record -> record.timestamp() == watermark(record).getIngestTimeMs());
  }

  @Test
  void tellsItsCounters() throws Exception {
    TestDevice device = bedside("p-0004");
    assertThat(
            device.push(
                "[{\"vital\":\"spo2\",\"time\":%d,\"value\":98},{}]".formatted(clock.millis())))
        .isEqualTo(202);

    assertThat(device.metrics())
        .contains("vigil_readings_accepted_total{stage=\"ingest\"}")
        .contains("vigil_readings_forwarded_total{stage=\"ingest\"}")
        .contains("vigil_readings_rejected_total{reason=\"unknown_vital\",stage=\"ingest\"}")
        .contains("vigil_ingest_requests_seconds_bucket{stage=\"ingest\",status=\"202\"")
        .contains("vigil_ingest_requests_inflight{stage=\"ingest\"} 0.0");
  }

  /** A device of its own for a patient of its own. */
  private TestDevice bedside(String patient) throws Exception {
    log.admit(patient);
    log.provision("dev-" + patient, "vgd_" + patient, patient);
    return known(device("vgd_" + patient));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static TestDevice known(TestDevice device) {
    await().atMost(SOON).until(() -> device.push("[]") == 422);
    return device;
  }

  private TestDevice device(String token) {
    return new TestDevice(server.port(), managementPort, token);
  }

  private List<ConsumerRecord<String, byte[]>> recordsOf(String patient, int atLeast) {
    return log.read(Topics.READINGS, records -> of(patient, records).size() >= atLeast).stream()
        .filter(record -> record.key().equals(patient))
        .toList();
  }

  private static List<ConsumerRecord<String, byte[]>> of(
      String patient, List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().filter(record -> record.key().equals(patient)).toList();
  }

  private static long partitionsSince(long ms, List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .filter(record -> record.timestamp() >= ms)
        .map(ConsumerRecord::partition)
        .collect(Collectors.toSet())
        .size();
  }

  private static Watermark watermark(ConsumerRecord<String, byte[]> record) {
    try {
      return Watermark.parseFrom(record.value());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(Arrays.toString(record.value()), e);
    }
  }

  private static Reading.Builder reading(long time, int hundredths) {
    return Reading.newBuilder().setEventTimeMs(time).setValueHundredths(hundredths);
  }

  private static int partitionOf(String patient) {
    byte[] key = patient.getBytes(UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
  }
}
