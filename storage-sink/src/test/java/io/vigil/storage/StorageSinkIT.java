package io.vigil.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.schema.registry.Patient;
import io.vigil.schema.topic.RejectedRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  void readingsAreHotSoonAndThenInTheHistory() throws Exception {
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);

      log.append(series.message(0, "72x60"));

      await().atMost(Duration.ofSeconds(5)).until(() -> series.areHot(sink, "72x60"));
      within().until(() -> series.areHistory(sink, "72x60"));
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
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      log.append(series.message(0, "72x30"));
      log.append(series.message(30, "80x30"));
      within().until(() -> series.areHistory(sink, "72x30 80x30"));
    }
    log.forgetCommits();

    log.append(series.message(60, "90x30"));
    try (RunningSink sink = startSink()) {
      within().until(log::isAllCommitted);

      assertThat(series.areHot(sink, "72x30 80x30 90x30")).isTrue();
      assertThat(series.areHistory(sink, "72x30 80x30 90x30")).isTrue();
    }
  }

  @Test
  void aLostHotWindowIsRefilledFromTheHistory() throws Exception {
    HeartRates series = newSeries();
    log.append(
        new Patient(series.patient(), "Ada Byron", "3 West", "12", Patient.Priority.NORMAL, start));
    try (RunningSink sink = startSink()) {
      log.append(series.message(0, "72x30"));
      within().until(() -> series.areHistory(sink, "72x30"));
    }
    assertThat(log.isAllCommitted()).isTrue();

    try (RunningSink sink = startSink()) {
      within().until(() -> series.areHot(sink, "72x30"));
    }
  }

  @Test
  void whatTheHistoryLostIsGivenBackFromTheLog() throws Exception {
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);
      log.append(series.message(0, "72x60"));
      within().until(() -> series.areHistory(sink, "72x60"));
      within().until(log::isAllCommitted);
      sink.loseHistory(series.key(), start, start.plusSeconds(60));
      assertThat(series.areHistory(sink, "72x60")).isFalse();
    }

    try (RunningSink sink = startSink()) {
      within().until(() -> series.areHistory(sink, "72x60"));
      within()
          .untilAsserted(
              () ->
                  assertThat(sink.metrics())
                      .contains(
                          "vigil_reconcile_repaired_total{stage=\"storage\",store=\"history\"}"
                              + " 60.0"));
    }
    assertThat(log.storageChecks())
        .anySatisfy(
            check -> {
              assertThat(check.missingInHistory()).isEqualTo(60);
              assertThat(check.patients()).isEqualTo(1);
            });
  }

  @Test
  void aRangeOfTheLogIsComparedWhenSomebodyAsks() throws Exception {
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      Instant before = Instant.now();
      log.append(series.message(0, "72x60"));
      within().until(() -> series.areHistory(sink, "72x60"));
      within().until(log::isAllCommitted);
      sink.loseHistory(series.key(), start, start.plusSeconds(60));

      assertThat(sink.reconcile(before.minusSeconds(120), before.minusSeconds(60)))
          .contains("\"missingInHistory\":0");
      assertThat(sink.reconcile(before, Instant.now().plusSeconds(1)))
          .contains("\"readings\":60", "\"missingInHistory\":60");

      assertThat(series.areHistory(sink, "72x60")).isTrue();
      assertThat(sink.reconcile(before, before)).contains("from has to be before to");
    }
  }

  @Test
  void poisonIsParkedAndThePartitionMovesOn() throws Exception {
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);

      log.append(series.patient(), "poison".getBytes(UTF_8));
      log.append(series.message(0, "72"));

      within().until(() -> series.areHistory(sink, "72"));
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

  private RunningSink startSink() {
    return RunningSink.start(kafka, RealCassandra.node().contactPoint());
  }

  private HeartRates newSeries() {
    return new HeartRates(start);
  }

  private static ConditionFactory within() {
    return await().atMost(Duration.ofMinutes(1)).ignoreExceptions();
  }
}
