package io.vigil.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each service is killed under way, started again by {@code up}, and goes on where it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillAndGoOnIT {
  private static final int PATIENTS = 3;
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(90);

  private VigilStack stack;

  @RegisterExtension final LogsOnFailure logs = new LogsOnFailure(() -> stack, test -> {});

  @BeforeAll
  void up() throws IOException {
    stack = VigilStack.up(PATIENTS);
  }

  @AfterAll
  void down() {
    stack.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest-api",
        "alert-service",
        "storage-sink",
        "dashboard-gateway",
        "generator-service"
      })
  void nothingAcknowledgedIsLostWhenAServiceIsKilled(String service) {
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
    device.push(start + 40_000L, 72);

    assertThat(device.acknowledged()).hasSizeGreaterThanOrEqualTo(21);
    await()
        .atMost(RECOVERED_WITHIN)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(history(device)).isEqualTo(device.acknowledged()));
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

    try (AlertLog log = new AlertLog(Person.credentials(stack).get("kafka").asString())) {
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

  private static List<Alert> raisedHigh(AlertLog log, Device device) {
    return log.of(device.patient()).stream()
        .filter(alert -> alert.rule().code().equals("high"))
        .filter(alert -> alert.state() == AlertState.RAISED)
        .toList();
  }

  private SortedMap<Long, Integer> history(Device device) {
    JsonNode answer =
        Person.signedIn(stack, "dr-adams")
            .get(
                "/patients/%s/readings?vital=heart_rate&from=%d&to=%d"
                    .formatted(
                        device.patient(),
                        System.currentTimeMillis() - 3_600_000,
                        System.currentTimeMillis()));
    SortedMap<Long, Integer> history = new TreeMap<>();
    for (JsonNode point : answer.get("points")) {
      Integer before = history.put(point.get(0).asLong(), point.get(1).asInt());
      assertThat(before).as("twice at %s", point).isNull();
    }
    return history;
  }
}
