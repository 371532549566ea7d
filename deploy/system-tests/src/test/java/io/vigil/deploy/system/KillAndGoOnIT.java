package io.vigil.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service is killed under way, is started again by {@code up}, and goes on where it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillAndGoOnIT {
  private static final int PATIENTS = 3;
  private static final String SIMULATED = "p-0001";
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(90);

  private VigilStack stack;
  private Person doctor;

  @RegisterExtension final LogsOnFailure logs = new LogsOnFailure(() -> stack, test -> {});

  @BeforeAll
  void up() throws IOException {
    stack = VigilStack.up("kill", PATIENTS);
    doctor = Person.signedIn(stack, "dr-adams");
  }

  @AfterAll
  void down() {
    if (stack != null) {
      stack.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-api", "alert-service", "storage-sink", "dashboard-gateway"})
  void nothingIsLostAndNoAlarmIsFalseWhenAServiceIsKilled(String service) {
    Instant before = Instant.now();
    Set<String> knownAlarms = alarms(SIMULATED);

    nothingAcknowledgedIsLostWhenKilled(service);

    Instant back = Instant.now();
    await()
        .atMost(RECOVERED_WITHIN)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              History history =
                  History.of(doctor, SIMULATED, before.minusSeconds(5), Instant.now());
              assertThat(history.values().lastKey()).isGreaterThan(back.toEpochMilli());
              assertThat(history.holes()).isEmpty();
            });
    assertThat(alarms(SIMULATED)).isEqualTo(knownAlarms);
  }

  @Test
  void nothingOfOtherDevicesIsLostWhenTheGeneratorIsKilled() {
    nothingAcknowledgedIsLostWhenKilled("generator-service");
  }

  private void nothingAcknowledgedIsLostWhenKilled(String service) {
    Device device = Device.ofNewPatient(stack, "p-kill-" + service);
    long start = System.currentTimeMillis() - 300_000;
    for (int second = 0; second < 20; second++) {
      device.push(start + second * 1_000L, 70);
    }

    stack.kill(service);
    for (int second = 20; second < 40; second++) {
      device.push(start + second * 1_000L, 71);
    }
    stack.startUp(PATIENTS);
    await().atMost(RECOVERED_WITHIN).until(() -> device.push(start + 40_000L, 72));

    assertThat(device.acknowledged()).hasSizeGreaterThanOrEqualTo(21);
    await()
        .atMost(RECOVERED_WITHIN)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        History.of(
                                doctor,
                                device.patient(),
                                Instant.ofEpochMilli(start),
                                Instant.now())
                            .values())
                    .isEqualTo(device.acknowledged()));
  }

  @Test
  void aGeneratorThatHangsRaisesItsGapsOnceAndResolvesThem() {
    awaitHistoryOfTheLastSeconds();
    Instant before = Instant.now();

    try (AlertLog log = AlertLog.of(stack)) {
      stack.suspend("generator-service");
      try {
        await().atMost(RECOVERED_WITHIN).until(() -> !gapsSince(before, log).isEmpty());
      } finally {
        stack.resume("generator-service");
      }

      await()
          .atMost(RECOVERED_WITHIN)
          .untilAsserted(
              () ->
                  assertThat(gapsSince(before, log))
                      .extracting(Alert::state)
                      .containsExactly(AlertState.RAISED, AlertState.RESOLVED));
      List<Alert> gap = gapsSince(before, log);
      assertThat(gap).extracting(Alert::id).containsOnly(gap.get(0).id());
    }
  }

  @Test
  void anAlarmIsRaisedOnceWhenAlertServiceIsKilledWithinTheHold() {
    Device device = Device.ofNewPatient(stack, "p-hold");
    long start = System.currentTimeMillis() - 12_000;
    for (int second = 0; second < 6; second++) {
      assertThat(device.push(start + second * 1_000L, 130)).isTrue();
    }

    stack.kill("alert-service");
    for (int second = 6; second <= 10; second++) {
      assertThat(device.push(start + second * 1_000L, 130)).isTrue();
    }
    stack.startUp(PATIENTS);

    try (AlertLog log = AlertLog.of(stack)) {
      await().atMost(RECOVERED_WITHIN).until(() -> !raisedHigh(log, device).isEmpty());
      assertThat(raisedHigh(log, device))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.onset().toEpochMilli()).isEqualTo(start);
                assertThat(alert.time().toEpochMilli()).isEqualTo(start + 10_000);
              });
    }
  }

  /** The example as its page says, and a rehearsal with time for a machine that is busy. */
  @Test
  void anOutsiderHearsTheAlarmsOfARehearsal() throws IOException {
    String kafka = Person.credentials(stack).get("kafka").asString();

    try (Outsider outsider = Outsider.listening(stack.repository(), kafka)) {
      stack.rehearse("lead-off", "--allow", "60");

      await()
          .atMost(RECOVERED_WITHIN)
          .untilAsserted(
              () -> {
                assertThat(gapsHeard(outsider, "raised")).isNotEmpty();
                assertThat(gapsHeard(outsider, "resolved")).isNotEmpty();
              });
    }
  }

  /** Of the bed whose lead falls off. */
  private static List<String> gapsHeard(Outsider outsider, String state) throws IOException {
    return outsider.lines().stream()
        .filter(line -> line.matches("\\S+ " + state + " .* rehearsal-\\S+-lead-off-1 +gap .*"))
        .toList();
  }

  @Test
  void historyAndPasswordsOutliveDownAndUp() {
    Instant before = Instant.now().minusSeconds(10);
    String password = Person.credentials(stack).at("/users/dr-adams").asString();
    List<ProcessHandle> processes = stack.processes();
    await()
        .atMost(RECOVERED_WITHIN)
        .until(() -> history(before, Instant.now()).values().size() >= 15);
    Instant known = Instant.now().minusSeconds(3);
    History kept = history(before, known);

    stack.down();
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    stack.startUp(PATIENTS);

    assertThat(Person.credentials(stack).at("/users/dr-adams").asString()).isEqualTo(password);
    assertThat(history(before, known).values()).isEqualTo(kept.values());
    awaitHistoryOfTheLastSeconds();
  }

  /** The generator may be up already, and have nothing sent yet. */
  private void awaitHistoryOfTheLastSeconds() {
    await()
        .atMost(RECOVERED_WITHIN)
        .ignoreExceptions()
        .until(() -> !history(Instant.now().minusSeconds(3), Instant.now()).values().isEmpty());
  }

  @Test
  void verifyBalancesAndFindsWhatIsLostTwiceAndPhantom() throws Exception {
    String patient = "p-0003";
    Instant before = Instant.now();
    await()
        .atMost(RECOVERED_WITHIN)
        .until(() -> History.of(doctor, patient, before, Instant.now()).values().size() >= 10);
    assertThat(stack.verify(60)).contains("0 lost, 0 twice, 0 phantom", "It balances.");

    stack.suspend("generator-service"); // what is found stays found
    try (Doctored doctored = Doctored.of(stack, patient)) {
      await()
          .atMost(RECOVERED_WITHIN)
          .untilAsserted(
              () ->
                  assertThat(stack.verify(0))
                      .contains("2 lost, 1 twice, 1 phantom", "It does not balance.")
                      .contains(doctored.expected()));
    } finally {
      stack.resume("generator-service");
    }
  }

  private History history(Instant from, Instant to) {
    return History.of(doctor, SIMULATED, from, to);
  }

  /** The ids of all episodes of a patient. */
  private Set<String> alarms(String patient) {
    try (AlertLog log = AlertLog.of(stack)) {
      return log.of(patient).stream().map(Alert::id).collect(Collectors.toSet());
    }
  }

  private static List<Alert> gapsSince(Instant before, AlertLog log) {
    return log.of(SIMULATED).stream()
        .filter(alert -> alert.rule() == AlertRule.GAP)
        .filter(alert -> alert.onset().isAfter(before.minusSeconds(2)))
        .toList();
  }

  private static List<Alert> raisedHigh(AlertLog log, Device device) {
    return log.of(device.patient()).stream()
        .filter(alert -> alert.rule() == AlertRule.HIGH)
        .filter(alert -> alert.state() == AlertState.RAISED)
        .toList();
  }
}
