package io.vigil.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.engine.EnginePorts;
import io.vigil.deploy.engine.KafkaEngine;
import io.vigil.deploy.fault.SeededRegistry.Bedside;
import io.vigil.deploy.operator.rejected.RejectedTopic;
import io.vigil.deploy.port.FreePorts;
import io.vigil.schema.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 1, 13, 23 and 24 of the faults: ingest dies, is cut off from the log, meets hostile peers
 * and a poison record.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OneBrokerIT {
  private static final String ROUNDS = "io.vigil.deploy.fault.Rounds#all";

  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(3);

  /** The promise is 2 s with two instances; here two cores carry everything. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(8);

  private static final int ENOUGH_REFUSALS = 30;

  private TcpProxy network;
  private KafkaEngine kafka;
  private String bootstrap;
  private IngestService one;
  private IngestService other;
  private List<Bedside> bedsides;

  @TempDir Path folder;

  @BeforeAll
  void start(@TempDir Path home) {
    EnginePorts ports = EnginePorts.free();
    int proxyPort = FreePorts.take(1).get(0);
    network = TcpProxy.between(proxyPort, ports.client());
    bootstrap = "127.0.0.1:" + proxyPort;
    kafka = KafkaEngine.startBehind(proxyPort, home, ports);
    bedsides = SeededRegistry.create(bootstrap, 1, "p-one", 8);
    one = IngestService.start(home.resolve("one"), bootstrap, 1);
    other = IngestService.start(home.resolve("other"), bootstrap, 1);
    one.service().awaitReady();
    other.service().awaitReady();
  }

  @AfterAll
  void tellTheWorst() {
    Report.tellTheWorst();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {one, other, kafka, network}) {
      if (part != null) {
        part.close();
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void theOtherInstanceTakesOverWhenOneIsKilled(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      try (Load load = begin(round, ledger, one.readings(), other.readings())) {
        long killed = System.nanoTime();
        one.service().kill();
        awaitAcknowledgement(load, killed + TAKEN_OVER_WITHIN.toNanos());
        Report.of("1 one of two ingest-api killed", load.answers(), killed);
        assertThat(load.answers().longestSilence(killed)).isLessThan(TAKEN_OVER_WITHIN);
        one.service().restart();
        one.service().awaitReady();
      }

      Oracle.balanced(ledger, bootstrap);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void theOnlyInstanceGoesOnWhenItIsStartedAgain(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      try (Load load = begin(round, ledger, one.readings())) {
        long killed = System.nanoTime();
        one.service().kill();
        one.service().restart();
        awaitAcknowledgement(load, System.nanoTime());
        Report.of("1 the only ingest-api killed", load.answers(), killed);
      }

      Oracle.balanced(ledger, bootstrap);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void acknowledgesNothingWhileItIsCutOffFromTheLog(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      try (Load load = begin(round, ledger, one.readings())) {
        network.cut();
        long cut = System.nanoTime();
        long pid = one.service().pid();
        await().atMost(RECOVERED_WITHIN).until(() -> load.answers().count(503) >= ENOUGH_REFUSALS);
        // What was on its way back from the broker may have passed in the first moment.
        assertThat(load.answers().acknowledgedAfter(cut + Duration.ofSeconds(1).toNanos()))
            .isFalse();
        assertThat(load.answers().withoutRetryAfter()).isZero();
        network.mend();
        long mended = System.nanoTime();
        awaitAcknowledgement(load, mended);
        Report.of("13 cut off from Kafka", load.answers(), mended);
        assertThat(one.service().isAlive()).isTrue();
        assertThat(one.service().pid()).isEqualTo(pid);
      }

      Oracle.balanced(ledger, bootstrap);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void goodTrafficGoesOnAmongHostilePeers(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder);
        HostilePeers hostile = new HostilePeers(other.readings(), bedsides.get(0).token())) {
      try (Load load = begin(round, ledger, other.readings())) {
        long begun = System.nanoTime();
        List<Integer> answered = hostile.attack();
        awaitAcknowledgement(load, System.nanoTime());
        Report.of("24 hostile peers", load.answers(), begun);
        assertThat(answered).isNotEmpty().allMatch(status -> status >= 400 && status < 500);
        assertThat(load.answers().count(Answers.NONE)).isZero();
        assertThat(load.answers().count(503)).isZero();
        assertThat(other.service().isAlive()).isTrue();
      }

      Oracle.balanced(ledger, bootstrap);
    }
  }

  @Test
  void aPoisonRecordInTheRegistryIsParkedAndThoseAfterItAreRead() throws Exception {
    byte[] poison = {(byte) 0xff, 0, (byte) 0xfe};

    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      SeededRegistry.poison(bootstrap, "patient/p-poison", poison);
      List<Bedside> later = SeededRegistry.admit(bootstrap, "p-later", 1);
      await()
          .atMost(RECOVERED_WITHIN)
          .untilAsserted(
              () ->
                  assertThat(new RejectedTopic(bootstrap).read(parked -> true))
                      .anySatisfy(
                          parked -> {
                            assertThat(parked.record().value()).isEqualTo(poison);
                            assertThat(parked.topic()).isEqualTo(Topics.REGISTRY);
                            assertThat(parked.reason()).isEqualTo("malformed");
                            assertThat(parked.by()).isEqualTo("ingest-api");
                          }));
      try (Load load =
          Load.begin(later, List.of(other.readings()), ledger, Duration.ofMillis(50), 23)) {
        awaitAcknowledgement(load, System.nanoTime());
      }

      Oracle.balanced(ledger, bootstrap);
    }
  }

  private void awaitAcknowledgement(Load load, long afterNanos) {
    await().atMost(RECOVERED_WITHIN).until(() -> load.answers().acknowledgedAfter(afterNanos));
  }

  private Load begin(int round, DeviceLedger ledger, URI... ingests) {
    Load load = Load.begin(bedsides, List.of(ingests), ledger, Duration.ofMillis(50), round);
    awaitAcknowledgement(load, System.nanoTime() + Rounds.moment(round).toNanos());
    return load;
  }
}
