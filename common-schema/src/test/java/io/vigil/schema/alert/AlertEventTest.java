package io.vigil.schema.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AlertEventTest {
  private static final Instant ONSET = Instant.parse("2026-11-21T08:00:00Z");

  private static final Alert RAISED =
      new Alert(
          AlertId.of("p-0001", "heart_rate", AlertRule.HIGH, ONSET),
          "p-0001",
          "heart_rate",
          AlertRule.HIGH,
          AlertCategory.PHYSIOLOGICAL,
          AlertPriority.MEDIUM,
          AlertState.RAISED,
          ONSET,
          ONSET.plusSeconds(10),
          new BigDecimal("134"),
          new BigDecimal("120"),
          "HR 134 > 120",
          false,
          1,
          false,
          null,
          null);

  /** The event to the letter: outsiders read it. */
  private static final String JSON =
      """
      {"specversion":"1.0",
       "id":"d7ff5935-5f87-34ab-b050-97865d9cf413-1",
       "source":"/vigil/alert-service",
       "type":"vigil.alert.raised.v1",
       "subject":"p-0001",
       "time":"2026-11-21T08:00:10Z",
       "datacontenttype":"application/json",
       "data":{"id":"d7ff5935-5f87-34ab-b050-97865d9cf413","patient":"p-0001",
         "vital":"heart_rate","rule":"high","category":"physiological","priority":"medium",
         "state":"raised","onset":"2026-11-21T08:00:00Z","time":"2026-11-21T08:00:10Z",
         "value":134,"limit":120,"text":"HR 134 > 120","late":false,"revision":1,
         "latched":false,"by":null,"note":null}}
      """;

  private final JsonMapper json = new JsonMapper();

  @Test
  void isACloudEventInStructuredJson() {
    assertThat(json.readTree(AlertEvent.of(RAISED).toJson())).isEqualTo(json.readTree(JSON));
  }

  @Test
  void readsWhatItWrote() {
    AlertEvent event = AlertEvent.of(RAISED);

    assertThat(AlertEvent.fromJson(event.toJson())).isEqualTo(event);
  }

  @Test
  void passesOverMembersOfALaterVersion() {
    String later = JSON.replace("\"late\":false", "\"late\":false,\"colour\":2");

    assertThat(AlertEvent.fromJson(later.getBytes(UTF_8)).data()).isEqualTo(RAISED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":{\"state\":\"odd\"}}"
      })
  void refusesWhatIsNoAlarmEvent(String text) {
    assertThatThrownBy(() -> AlertEvent.fromJson(text.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not an alarm event");
  }

  @Test
  void readsAlertsOfTheTopicAndRefusesWhatIsNoEvent() {
    assertThat(AlertEvent.alertIn(JSON.getBytes(UTF_8))).contains(AlertEvent.of(RAISED));
    assertThat(AlertEvent.alertIn("{\"type\":\"vigil.other.v1\"}".getBytes(UTF_8))).isEmpty();
    assertThatThrownBy(() -> AlertEvent.alertIn("{}".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AlertEvent.alertIn("?".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theIdFollowsFromPatientVitalRuleAndOnsetAlone() {
    String id = AlertId.of("p-0001", "heart_rate", AlertRule.HIGH, ONSET);

    assertThat(id).isEqualTo("d7ff5935-5f87-34ab-b050-97865d9cf413");
    assertThat(AlertId.of("p-0002", "heart_rate", AlertRule.HIGH, ONSET)).isNotEqualTo(id);
    assertThat(AlertId.of("p-0001", "spo2", AlertRule.HIGH, ONSET)).isNotEqualTo(id);
    assertThat(AlertId.of("p-0001", "heart_rate", AlertRule.LOW, ONSET)).isNotEqualTo(id);
    assertThat(AlertId.of("p-0001", "heart_rate", AlertRule.HIGH, ONSET.plusMillis(1)))
        .isNotEqualTo(id);
  }
}
