package io.vigil.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.Wards;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.gateway.command.CommandsInMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayWithoutLog
class LimitsTest {
  private final CommandsInMemory commands;
  @LocalServerPort private int port;
  private Api adams = new Api(0);
  private Api admin = new Api(0);

  @Autowired
  LimitsTest(CommandsInMemory commands) {
    this.commands = commands;
  }

  @BeforeEach
  void connect() {
    adams = new Api(port).as("dr-adams");
    admin = new Api(port).as("admin");
  }

  private String limitsOf(String patient) {
    Wards.admit(admin, patient, "dr-adams");
    return "/api/v1/patients/" + patient + "/limits";
  }

  @Test
  void withoutAnybodysWordVigilsOwnAreInForce() {
    JsonNode limits = adams.get(limitsOf("p-default")).json();

    assertThat(limits.get("heart_rate").toString())
        .isEqualTo("{\"high\":120,\"low\":50,\"extreme_high\":150,\"extreme_low\":40}");
    assertThat(limits.get("by").isNull()).isTrue();
    assertThat(limits.get("own").toString()).isEqualTo("{}");
    assertThat(limits.get("versions").isEmpty()).isTrue();
  }

  @Test
  void areInForceWithAuthorAndTimeAndEveryVersionIsKept() {
    String path = limitsOf("p-versions");

    adams.put(path, "{\"heart_rate\":{\"high\":130,\"low\":45.5}}");
    Answer changed = adams.put(path, "{\"heart_rate\":{\"high\":140}}");

    JsonNode limits = adams.get(path).json();
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json()).isEqualTo(limits);
    assertThat(limits.get("heart_rate").toString())
        .isEqualTo("{\"high\":140,\"low\":50,\"extreme_high\":150,\"extreme_low\":40}");
    assertThat(limits.get("by").asString()).isEqualTo("dr-adams");
    assertThat(limits.get("at").asString()).isNotEmpty();
    assertThat(limits.at("/versions/0/limits/heart_rate").toString()).isEqualTo("{\"high\":140}");
    assertThat(limits.at("/versions/1/limits/heart_rate").toString())
        .isEqualTo("{\"high\":130,\"low\":45.5}");
  }

  @Test
  void anAnswerCanBeChangedAndSentBack() {
    String path = limitsOf("p-round");
    String answered = adams.put(path, "{\"heart_rate\":{\"high\":130}}").body();

    Answer changed = adams.put(path, answered.replace("130", "135"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/heart_rate/high").asInt()).isEqualTo(135);
  }

  @Test
  void whatAWardHasOfItsOwnIsTheDefaultOfItsPatients() {
    String path = limitsOf("p-ward");
    admin.put(
        "/api/v1/patients/p-ward",
        "{\"name\":\"N\",\"ward\":\"Ward 9\",\"bed\":\"1\",\"priority\":\"normal\"}");
    adams.put(path, "{\"heart_rate\":{\"low\":45}}");

    Answer ward = admin.put("/api/v1/wards/Ward%209/limits", "{\"heart_rate\":{\"high\":110}}");

    assertThat(ward.status()).isEqualTo(200);
    assertThat(ward.json().at("/heart_rate/high").asInt()).isEqualTo(110);
    assertThat(adams.get(path).json().get("heart_rate").toString())
        .isEqualTo("{\"high\":110,\"low\":45,\"extreme_high\":150,\"extreme_low\":40}");
    assertThat(
            admin
                .put("/api/v1/wards/Ward%209/limits", "{\"heart_rate\":{\"extreme_low\":48}}")
                .code())
        .isEqualTo("limits_contradict");
    assertThat(adams.put("/api/v1/wards/Ward%209/limits", "{}").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"pulse\":{\"high\":120}}                    | unknown_vital      | heart_rate, spo2",
        "{\"heart_rate\":{\"highest\":120}}            | unknown_limit      | extreme_high",
        "{\"heart_rate\":{\"high\":\"120\"}}           | limit_not_a_number | two decimals",
        "{\"heart_rate\":{\"high\":120.123}}           | limit_not_a_number | two decimals",
        "{\"heart_rate\":{\"high\":1e99}}              | limit_not_a_number | two decimals",
        "{\"heart_rate\":{\"high\":351}}               | limit_implausible  | from 0 to 350",
        "{\"heart_rate\":{\"high\":50}}                | limits_contradict  | low 50, high 50",
        "{\"heart_rate\":{\"high\":160}}               | limits_contradict  | extreme_high 150",
        "{\"heart_rate\":{\"extreme_low\":60}}         | limits_contradict  | low < high",
        "{\"heart_rate\":120}                          | malformed_limits   | object",
        "[]                                            | malformed_limits   | object"
      })
  void saysWhatIsWrongAndWhatWouldBeRight(String body, String code, String says) {
    Answer refused = adams.put(limitsOf("p-wrong-limits"), body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.json().get("detail").asString()).contains(says);
    assertThat(commands.of("p-wrong-limits")).isEmpty();
  }

  @Test
  void areForDoctorsOfThePatientAlone() {
    String path = limitsOf("p-0001");

    assertThat(new Api(port).as("dr-baker").get(path).code()).isEqualTo("unknown_patient");
    assertThat(new Api(port).as("dr-baker").put(path, "{}").status()).isEqualTo(404);
    assertThat(new Api(port).as("p-0001").get(path).status()).isEqualTo(403);
    assertThat(adams.put(path, "not json").code()).isEqualTo("malformed_json");
  }
}
