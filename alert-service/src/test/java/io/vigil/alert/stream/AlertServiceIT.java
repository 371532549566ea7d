package io.vigil.alert.stream;

import static io.vigil.alert.topology.Wire.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The service against a real broker: what is in the topic is what a committed reader sees. */
class AlertServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path home;
  private final RealLog log = new RealLog();

  @AfterEach
  void closeLog() {
    log.close();
  }

  private RunningService start(String instance) {
    RunningService service = RunningService.start(log.address(), home.resolve(instance));
    await().atMost(PATIENCE).until(() -> service.health().equals(Status.UP));
    return service;
  }

  private static void awaitJudged(RunningService service, int readings) {
    await().atMost(PATIENCE).until(() -> service.judged() == readings);
  }

  private void awaitTimeline(String... lines) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(log.timeline()).containsExactly(lines));
  }

  @Test
  void raisesAndResolvesThroughARealBroker() throws Exception {
    try (RunningService service = start("a")) {
      log.readings("p-0001", 0, "72x5 134x11 90x11");

      awaitTimeline(
          "p-0001 high raised medium 5-15 HR 134 > 120 #1",
          "p-0001 high resolved medium 5-26 HR 90 ≤ 115 #2");
      assertThat(service.judged()).isEqualTo(27);
    }
  }

  @Test
  void raisesOnceWhenRestartedInTheMiddleOfAHold() throws Exception {
    try (RunningService service = start("a")) {
      log.readings("p-0001", 0, "134x6");
      awaitJudged(service, 6);
    }

    try (RunningService service = start("b")) {
      log.readings("p-0001", 6, "134x20");
      awaitJudged(service, 20);
      awaitTimeline("p-0001 high raised medium 0-10 HR 134 > 120 #1");
    }

    try (RunningService service = start("a")) {
      log.readings("p-0001", 26, "90x11");

      awaitTimeline(
          "p-0001 high raised medium 0-10 HR 134 > 120 #1",
          "p-0001 high resolved medium 0-36 HR 90 ≤ 115 #2");
      assertThat(service.judged()).isEqualTo(11);
    }
  }

  @Test
  void raisesAGapWhenTheWatermarkPassesAndResolvesIt() throws Exception {
    try (RunningService service = start("a")) {
      log.admit("p-0001");
      log.listen(-1, 0);
      log.readings("p-0001", 0, "72x3");
      awaitJudged(service, 3);
      log.listen(0.25, 7.25);
      awaitTimeline("p-0001 gap raised medium 2.1-7.1 HR no reading for 5 s #1");

      log.readings("p-0001", 10, "72x3");

      awaitTimeline(
          "p-0001 gap raised medium 2.1-7.1 HR no reading for 5 s #1",
          "p-0001 gap resolved medium 2.1-12.1 HR readings again #2");
    }
  }

  @Test
  void catchesUpInTheOrderOfIngestTime() throws Exception {
    try (RunningService service = start("a")) {
      log.admit("p-0001");
      assertThat(service.health()).isEqualTo(Status.UP);
    }
    log.listen(-1, 40);
    log.readings("p-0001", 0, "72x11 _x9 134x15");

    try (RunningService service = start("b")) {
      awaitTimeline(
          "p-0001 gap raised medium 10.1-15.1 HR no reading for 5 s #1",
          "p-0001 gap resolved medium 10.1-22.1 HR readings again #2",
          "p-0001 high raised medium 20-30 HR 134 > 120 #1",
          "p-0001 gap raised medium 34.1-39.1 HR no reading for 5 s #1");
      assertThat(service.judged()).isEqualTo(26);
    }
  }

  @Test
  void raisesOneAlarmOfAWardWhosePatientsAreInSeveralPartitionsThroughARestart() throws Exception {
    try (RunningService service = start("a")) {
      for (int i = 0; i < 8; i++) {
        log.admit("p-" + i);
      }
      await().atMost(PATIENCE).until(() -> service.admitted() == 8);
      log.listen(-1, 0);
      for (int i = 0; i < 8; i++) {
        log.readings("p-" + i, i / 10.0, "72x3");
      }
      awaitJudged(service, 24);
      log.listen(0.25, 6.25);
    }

    try (RunningService service = start("b")) {
      log.listen(6.5, 9);
      awaitOfWard(
          "ward/Ward 3 gap raised medium 2.1-7.1 Ward 3 is silent: no reading of any bed #1");
      assertThat(log.timeline()).hasSize(9);

      for (int i = 0; i < 8; i++) {
        log.readings("p-" + i, 10 + i / 10.0, "72x3");
      }
      awaitJudged(service, 24);
      log.listen(9.25, 13);

      awaitOfWard(
          "ward/Ward 3 gap raised medium 2.1-7.1 Ward 3 is silent: no reading of any bed #1",
          "ward/Ward 3 gap resolved medium 2.1-12.8 Ward 3: readings again #2");
    }
  }

  private void awaitOfWard(String... lines) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(log.timeline().stream().filter(line -> line.startsWith("ward/")))
                    .containsExactly(lines));
  }

  @Test
  void goesOnAfterAPoisonRecord() throws Exception {
    try (RunningService service = start("a")) {
      log.readings("p-0001", 0, "134x6");
      log.readings("p-0001", ms(5.5), new byte[] {1, 2, 3});
      log.readings("p-0001", 6, "134x5");

      awaitTimeline("p-0001 high raised medium 0-10 HR 134 > 120 #1");
      assertThat(service.judged()).isEqualTo(11);
    }
  }

  @Test
  void waitsForABrokerThatIsAway() {
    try (RunningService service = RunningService.start("127.0.0.1:1", home.resolve("a"))) {
      assertThat(service.health()).isEqualTo(Status.DOWN);
    }
  }
}
