package io.vigil.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.system.AlertLog;
import io.vigil.deploy.system.LiveStream;
import io.vigil.deploy.system.LogsOnFailure;
import io.vigil.deploy.system.Person;
import io.vigil.deploy.system.VigilStack;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertState;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 3, 7, 12, 18, 20 and 23 of the faults: the history's side dies, everything dies, disks are
 * full, a device brings its past, and there are records that nobody can read.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WholeStackFaultsIT {
  private static final String ROUNDS = "io.vigil.deploy.fault.Rounds#all";
  private static final String CAN_MOUNT = "io.vigil.deploy.fault.SmallDisk#canBeMounted";
  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(3);

  /** Less is promised, 60 s; here two cores carry everything. */
  private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(90);

  /** From the reading that decides, as in the ten seconds that everything serves. */
  private static final Duration ALARM_WITHIN = Duration.ofSeconds(10);

  /** Between two acknowledgements, of eight devices, when nothing is wrong with ingest. */
  private static final Duration UNDISTURBED = Duration.ofSeconds(5);

  /** Less is promised, 1 s; here two cores carry everything. */
  private static final Duration PARKED_WITHIN = Duration.ofSeconds(10);

  private static final int ENOUGH_REFUSALS = 20;

  private WholeStack stack;

  @RegisterExtension final LogsOnFailure logs = new LogsOnFailure(this::vigil, test -> {});

  @TempDir Path folder;

  @BeforeAll
  void up() throws IOException {
    stack = WholeStack.up("faults", 8);
  }

  @AfterAll
  void down() {
    if (stack != null) {
      stack.close();
    }
  }

  @AfterAll
  void tellTheWorst() {
    Report.tellTheWorst();
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void nothingIsLostOrTwiceWhenTheSinkIsKilledInABurst(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder);
        AlertLog alerts = AlertLog.of(vigil())) {
      Map<String, Long> others = stack.pidsBut("storage-sink");
      long killed;
      try (Load load = stack.begin(round, ledger)) {
        killed = System.nanoTime();
        vigil().kill("storage-sink");
        assertAlarmInTime("3 storage-sink killed", "p-sink-" + round, alerts);
        assertUndisturbed("3 storage-sink killed", load, killed);
      }

      Oracle.balanced(ledger, stack.kafka(), stack.history(), CAUGHT_UP_WITHIN);
      Report.since("3 storage-sink killed: caught up after", killed);
      assertThat(stack.pidsBut("storage-sink")).isEqualTo(others);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void aDeadCassandraPausesTheSinkAndNothingElse(int round) throws Exception {
    String patient = stack.bedsides().get(0).patient();
    try (DeviceLedger ledger = new DeviceLedger(folder);
        LiveStream live = LiveStream.of(vigil(), "dr-adams");
        AlertLog alerts = AlertLog.of(vigil())) {
      live.follow(patient);
      Map<String, Long> others = stack.pidsBut("cassandra");
      long killed;
      try (Load load = stack.begin(round, ledger)) {
        killed = System.nanoTime();
        vigil().kill("cassandra");
        try (ServerSocket inItsPlace = stack.takePort("VIGIL_CASSANDRA_STORAGE_PORT")) {
          assertAlarmInTime("7 Cassandra dead", "p-cassandra-" + round, alerts);
          recovered().until(() -> stack.held() >= WholeStack.HELD_AT_MOST);
          long paused = System.currentTimeMillis();
          recovered().until(() -> live.readings(patient).stream().anyMatch(ms -> ms > paused));
          assertThat(inItsPlace.isBound()).isTrue();
        }
        assertUndisturbed("7 Cassandra dead", load, killed);
      }
      Report.since("7 Cassandra dead: for", killed);

      vigil().startUp(0);
      long back = System.nanoTime();
      Oracle.balanced(ledger, stack.kafka(), stack.history(), RECOVERED_WITHIN);
      recovered().until(() -> stack.held() == 0);
      Report.since("7 Cassandra dead: caught up after it was back", back);
      assertThat(stack.pidsBut("cassandra")).isEqualTo(others);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  @EnabledIf(CAN_MOUNT)
  void nothingIsLostWhenThereIsNoRoomForTheCommitLog(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder);
        AlertLog alerts = AlertLog.of(vigil())) {
      Map<String, Long> others = stack.pidsBut("cassandra");
      try (Load load = stack.begin(round, ledger)) {
        long filled = System.nanoTime();
        ProcessHandle cassandra = vigil().process("cassandra");
        stack.commitLogsDisk().fill();
        recovered().until(() -> !cassandra.isAlive());
        assertAlarmInTime("20 commit log full", "p-commit-log-" + round, alerts);
        assertUndisturbed("20 commit log full", load, filled);
      } finally {
        stack.commitLogsDisk().makeRoom();
      }

      long room = System.nanoTime();
      Oracle.balanced(ledger, stack.kafka(), stack.history(), RECOVERED_WITHIN);
      Report.since("20 commit log full: caught up after there was room", room);
      assertThat(stack.pidsBut("cassandra")).isEqualTo(others);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  @EnabledIf(CAN_MOUNT)
  void nothingIsAcknowledgedAndLostWhenThereIsNoRoomForTheBrokersLog(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder);
        AlertLog alerts = AlertLog.of(vigil())) {
      try (Load load = stack.begin(round, ledger)) {
        try {
          stack.brokersDisk().fill();
          recovered().until(() -> load.answers().count(503) >= ENOUGH_REFUSALS);
          assertThat(load.answers().withoutRetryAfter()).isZero();
        } finally {
          stack.brokersDisk().makeRoom();
        }
        long room = System.nanoTime();
        recovered().until(() -> load.answers().acknowledgedAfter(room));
        Report.of("20 broker's log full, there is room", load.answers(), room);
        DueAlarm alarm = DueAlarm.of(vigil(), "p-broker-" + round);
        Report.add("20 broker's log full: an alarm after it", alarm.raisedAfter(alerts));
      }

      Oracle.balanced(ledger, stack.kafka(), stack.history(), RECOVERED_WITHIN);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  @EnabledIf(CAN_MOUNT)
  void ingestGoesOnAndStartsWhenThereIsNoRoomForLogs(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      try (Load load = stack.begin(round, ledger)) {
        stack.logsDisk().fill();
        long filled = System.nanoTime();
        recovered().until(() -> load.answers().acknowledgedAfter(filled));
        assertUndisturbed("20 log folder full", load, filled);
        vigil().kill("ingest-api");
        long killed = System.nanoTime();
        recovered().until(() -> load.answers().acknowledgedAfter(killed));
        Report.of("20 log folder full, ingest-api killed", load.answers(), killed);
      } finally {
        stack.logsDisk().makeRoom();
      }

      Oracle.balanced(ledger, stack.kafka(), stack.history(), RECOVERED_WITHIN);
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void nothingIsLostAndDueAlarmsAreRaisedOnceWhenEverythingIsKilled(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      DueAlarm alarm;
      long backMs;
      try (Load load = stack.begin(round, ledger)) {
        vigil().suspend("alert-service");
        alarm = DueAlarm.of(vigil(), "p-cold-" + round);
        long killed = System.nanoTime();
        vigil().killAll();
        vigil().startUp(0);
        long served = System.nanoTime();
        recovered().until(() -> load.answers().acknowledgedAfter(served));
        backMs = System.currentTimeMillis();
        Report.of("12 everything killed", load.answers(), killed);
        try (AlertLog alerts = AlertLog.of(vigil())) {
          Report.add("12 everything killed: the due alarm", alarm.raisedAfter(alerts));
        }
      }

      Oracle.balanced(ledger, stack.kafka(), stack.history(), RECOVERED_WITHIN);
      try (AlertLog alerts = AlertLog.of(vigil())) {
        assertThat(alarm.raised(alerts)).hasSize(1);
        assertThat(raisedBetween(ledger.beganMs(), backMs, alerts)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void aBacklogIsStoredOnceAndRaisesNothingOfThePresent(int round) {
    ReturningDevice returning = ReturningDevice.of(vigil(), "p-back-" + round);

    returning.bringBacklog(round);

    recovered()
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(returning.stored(vigil())).isEqualTo(returning.acknowledged()));
    try (AlertLog alerts = AlertLog.of(vigil())) {
      recovered().until(() -> !returning.high(alerts).isEmpty());
      assertThat(returning.high(alerts))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.late()).isTrue();
                assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
                assertThat(alert.priority()).isEqualTo(AlertPriority.LOW);
                assertThat(alert.onset().toEpochMilli()).isEqualTo(returning.highSinceMs());
              });
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void aPoisonRecordOnAnyTopicIsParkedAndItsReadersMoveOn(int round) throws Exception {
    String patient = "p-poison-" + round;
    for (Poison poison : Poison.OF_EACH_TOPIC) {
      Duration parked = poison.parkedAfter(stack.kafka(), patient);
      Report.add("23 poison in " + poison.topic() + ": parked by all after", parked);
      assertThat(parked).isLessThan(PARKED_WITHIN);
    }

    try (AlertLog alerts = AlertLog.of(vigil())) {
      DueAlarm alarm = DueAlarm.of(vigil(), patient);
      assertThat(alarm.raisedAfter(alerts)).isLessThan(ALARM_WITHIN);
      Person doctor = Person.signedIn(vigil(), "dr-adams");
      String acknowledge = "/alerts/" + alarm.raised(alerts).get(0).id() + "/acknowledge";
      recovered().ignoreExceptions().until(() -> doctor.post(acknowledge, Map.of()) != null);
      recovered().until(() -> alarm.isStored(doctor));
    }
  }

  /** Alarms of the bedsides that push all the time, with an onset between these times. */
  private List<Alert> raisedBetween(long fromMs, long toMs, AlertLog alerts) {
    return stack.bedsides().stream()
        .flatMap(bedside -> alerts.of(bedside.patient()).stream())
        .filter(alert -> alert.state() == AlertState.RAISED)
        .filter(alert -> alert.onset().toEpochMilli() >= fromMs)
        .filter(alert -> alert.onset().toEpochMilli() < toMs)
        .toList();
  }

  private VigilStack vigil() {
    return stack.vigil();
  }

  private void assertAlarmInTime(String fault, String patient, AlertLog alerts) {
    Duration after = DueAlarm.of(vigil(), patient).raisedAfter(alerts);
    Report.add(fault + ": an alarm meanwhile", after);
    assertThat(after).isLessThan(ALARM_WITHIN);
  }

  private static void assertUndisturbed(String fault, Load load, long sinceNanos) {
    Report.of(fault, load.answers(), sinceNanos);
    assertThat(load.answers().longestSilence(sinceNanos)).isLessThan(UNDISTURBED);
    assertThat(load.answers().statuses()).containsOnly(202);
  }

  private static ConditionFactory recovered() {
    return await().atMost(RECOVERED_WITHIN);
  }
}
