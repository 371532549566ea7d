package io.vigil.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.port.FreePorts;
import io.vigil.schema.SeriesNotation;
import io.vigil.schema.SeriesNotation.Sample;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.topic.RejectedRecord;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** The whole service on a real broker and a real Cassandra. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageSinkIT {
  /** Every series begins here: not long ago, so that it is hot. */
  private final Instant start =
      Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);

  private final String kafka;
  private final TestLog log;

  StorageSinkIT(EmbeddedKafkaBroker broker) {
    this.kafka = broker.getBrokersAsString();
    this.log = new TestLog(kafka);
  }

  @BeforeAll
  void createTopics() throws Exception {
    log.createTopics();
  }

  @AfterAll
  void close() {
    log.close();
  }

  @Test
  void readingsAreHotWithinASecondAndThenInTheHistory() throws Exception {
    SeriesKey series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);

      append(series, 0, "72x60");

      await().atMost(Duration.ofSeconds(1)).until(() -> holds(hot(sink, series), "72x60"));
      within().until(() -> holds(history(sink, series), "72x60"));
      within().until(log::isAllCommitted);
      within()
          .untilAsserted(
              () ->
                  assertThat(sink.metrics())
                      .contains(
                          "vigil_readings_accepted_total{stage=\"storage\"} 60.0",
                          "vigil_readings_forwarded_total{stage=\"storage\"} 60.0",
                          "vigil_hot_entries{copy=\"owned\",stage=\"storage\"}",
                          "vigil_hot_bytes{copy=\"owned\",stage=\"storage\"}",
                          "vigil_storage_flush_seconds_count{stage=\"storage\"} 1",
                          "vigil_storage_held{stage=\"storage\"} 0.0",
                          "vigil_storage_lag{stage=\"storage\"} 0.0"));
    }
  }

  @Test
  void aReplayLeavesNoDuplicates() throws Exception {
    SeriesKey series = newSeries();
    try (RunningSink sink = startSink()) {
      append(series, 0, "72x30");
      append(series, 30, "80x30");
      within().until(() -> holds(history(sink, series), "72x30 80x30"));
    }
    log.forgetCommits();

    append(series, 60, "90x30");
    try (RunningSink sink = startSink()) {
      within().until(log::isAllCommitted);

      assertThat(hot(sink, series)).isEqualTo(readings("72x30 80x30 90x30"));
      assertThat(history(sink, series)).isEqualTo(readings("72x30 80x30 90x30"));
    }
  }

  @Test
  void aLostHotWindowIsRefilledFromTheHistory() throws Exception {
    SeriesKey series = newSeries();
    log.append(
        new Patient(series.patient(), "Ada Byron", "3 West", "12", Patient.Priority.NORMAL, start));
    try (RunningSink sink = startSink()) {
      append(series, 0, "72x30");
      within().until(() -> holds(history(sink, series), "72x30"));
    }
    assertThat(log.isAllCommitted()).isTrue();

    try (RunningSink sink = startSink()) {
      within().until(() -> holds(hot(sink, series), "72x30"));
    }
  }

  @Test
  void poisonIsParkedAndThePartitionMovesOn() throws Exception {
    SeriesKey series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);

      log.append(series.patient(), "poison".getBytes(UTF_8));
      append(series, 0, "72");

      within().until(() -> holds(history(sink, series), "72"));
      assertThat(log.rejected(series.patient()))
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.value()).isEqualTo("poison".getBytes(UTF_8));
                assertThat(record.headers().lastHeader(RejectedRecord.REASON).value())
                    .isEqualTo("malformed".getBytes(UTF_8));
              });
    }
  }

  @Test
  void nothingIsLostWhileCassandraIsAway() throws Exception {
    SeriesKey series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);
      RealCassandra.kill();
      append(series, 0, "72x30");

      within().until(() -> holds(hot(sink, series), "72x30"));
      within().until(() -> sink.health("readiness") == 503);
      assertThat(sink.health("liveness")).isEqualTo(200);
    }

    try (RunningSink sink = startSink()) {
      append(series, 30, "80x30");
      within().until(() -> holds(hot(sink, series), "72x30 80x30"));
      assertThat(sink.health("liveness")).isEqualTo(200);
      assertThat(sink.health("readiness")).isEqualTo(503);
      assertThat(log.isAllCommitted()).isFalse();

      RealCassandra.startAgain();

      within().until(() -> holds(history(sink, series), "72x30 80x30"));
      within().until(log::isAllCommitted);
      within().until(() -> sink.health("readiness") == 200);
    }
  }

  @Test
  void aCassandraThatHangsIsMissedWithinSecondsAndNothingIsLost() throws Exception {
    SeriesKey series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);
      RealCassandra.signal("STOP");
      append(series, 0, "72x30");

      within().until(() -> holds(hot(sink, series), "72x30"));
      within().until(() -> sink.health("readiness") == 503);
      assertThat(sink.health("liveness")).isEqualTo(200);
      RealCassandra.signal("CONT");

      within().until(() -> holds(history(sink, series), "72x30"));
      within().until(log::isAllCommitted);
    } finally {
      RealCassandra.signal("CONT");
    }
  }

  @Test
  void twoInstancesShareTheLogAndNothingIsLostWhenOneComesAndGoes() throws Exception {
    List<SeriesKey> all = Stream.generate(StorageSinkIT::newSeries).limit(20).toList();
    List<Integer> members = FreePorts.take(2);
    String cluster = UUID.randomUUID().toString();
    String cassandra = RealCassandra.node().contactPoint();
    AtomicInteger seconds = new AtomicInteger();
    try (RunningSink one = RunningSink.start(kafka, cassandra, cluster, members, 0)) {
      appendSecond(all, seconds);
      try (RunningSink other = RunningSink.start(kafka, cassandra, cluster, members, 1)) {
        within()
            .until(
                () -> {
                  appendSecond(all, seconds);
                  return other.hasAccepted();
                });
        appendSecond(all, seconds);
      }
      appendSecond(all, seconds);

      String everySecond = "72x" + seconds.get();
      for (SeriesKey series : all) {
        within().until(() -> holds(history(one, series), everySecond));
        within().until(() -> holds(hot(one, series), everySecond));
      }
      within().until(log::isAllCommitted);
    }
  }

  private void appendSecond(List<SeriesKey> all, AtomicInteger seconds) throws Exception {
    int second = seconds.getAndIncrement();
    for (SeriesKey series : all) {
      append(series, second, "72");
    }
  }

  private RunningSink startSink() {
    return RunningSink.start(kafka, RealCassandra.node().contactPoint());
  }

  private static ConditionFactory within() {
    return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
  }

  private static SeriesKey newSeries() {
    return new SeriesKey("p-" + UUID.randomUUID(), Vital.HEART_RATE);
  }

  private ReadingColumns hot(RunningSink sink, SeriesKey series) {
    return sink.hot(series, start, start.plus(Duration.ofMinutes(10)));
  }

  private ReadingColumns history(RunningSink sink, SeriesKey series) throws Exception {
    return sink.history(series, start, start.plus(Duration.ofMinutes(10)));
  }

  private boolean holds(ReadingColumns found, String notation) {
    return found.equals(readings(notation));
  }

  private ReadingColumns readings(String notation) {
    var builder = new ReadingColumnsBuilder();
    for (Sample sample : SeriesNotation.series(notation, start.toEpochMilli())) {
      builder.add(sample.eventTimeMs(), sample.valueHundredths());
    }
    return builder.build();
  }

  private void append(SeriesKey series, int secondsAfterStart, String notation) throws Exception {
    var readings = Series.newBuilder().setVital(series.vital().toWire());
    long from = start.plusSeconds(secondsAfterStart).toEpochMilli();
    for (Sample sample : SeriesNotation.series(notation, from)) {
      readings.addReadings(
          Reading.newBuilder()
              .setEventTimeMs(sample.eventTimeMs())
              .setValueHundredths(sample.valueHundredths()));
    }
    log.append(Readings.newBuilder().setPatient(series.patient()).addSeries(readings).build());
  }
}
