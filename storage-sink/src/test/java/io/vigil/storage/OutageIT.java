package io.vigil.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.port.FreePorts;
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

/** What the service promises when Cassandra, or one of its instances, goes away. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
  private final Instant start =
      Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);

  private final String kafka;
  private final TestLog log;

  OutageIT(EmbeddedKafkaBroker broker) {
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
  void nothingIsLostWhileCassandraIsAway() throws Exception {
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);
      RealCassandra.kill();
      log.append(series.message(0, "72x30"));

      within().until(() -> series.areHot(sink, "72x30"));
      within().until(() -> sink.health("readiness") == 503);
      assertThat(sink.health("liveness")).isEqualTo(200);
    }

    try (RunningSink sink = startSink()) {
      log.append(series.message(30, "80x30"));
      within().until(() -> series.areHot(sink, "72x30 80x30"));
      assertThat(sink.health("liveness")).isEqualTo(200);
      assertThat(sink.health("readiness")).isEqualTo(503);
      assertThat(log.isAllCommitted()).isFalse();

      RealCassandra.startAgain();

      within().until(() -> series.areHistory(sink, "72x30 80x30"));
      within().until(log::isAllCommitted);
      within().until(() -> sink.health("readiness") == 200);
    }
  }

  @Test
  void aCassandraThatHangsIsMissedWithinSecondsAndNothingIsLost() throws Exception {
    HeartRates series = newSeries();
    try (RunningSink sink = startSink()) {
      within().until(() -> sink.health("readiness") == 200);
      RealCassandra.signal("STOP");
      log.append(series.message(0, "72x30"));

      within().until(() -> series.areHot(sink, "72x30"));
      within().until(() -> sink.health("readiness") == 503);
      assertThat(sink.health("liveness")).isEqualTo(200);
      RealCassandra.signal("CONT");

      within().until(() -> series.areHistory(sink, "72x30"));
      within().until(log::isAllCommitted);
    } finally {
      RealCassandra.signal("CONT");
    }
  }

  @Test
  void twoInstancesShareTheLogAndNothingIsLostWhenOneComesAndGoes() throws Exception {
    List<HeartRates> all = Stream.generate(this::newSeries).limit(20).toList();
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
      for (HeartRates series : all) {
        within().until(() -> series.areHistory(one, everySecond));
        within().until(() -> series.areHot(one, everySecond));
      }
      within().until(log::isAllCommitted);
    }
  }

  private void appendSecond(List<HeartRates> all, AtomicInteger seconds) throws Exception {
    int second = seconds.getAndIncrement();
    for (HeartRates series : all) {
      log.append(series.message(second, "72"));
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
