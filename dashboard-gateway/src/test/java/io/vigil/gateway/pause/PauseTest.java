package io.vigil.gateway.pause;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.Wards;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.gateway.client.LiveClient;
import io.vigil.gateway.command.CommandsInMemory;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayWithoutLog
class PauseTest {
  private static final String TWO_MINUTES = "{\"seconds\":120,\"reason\":\"suctioning\"}";
  private final CommandsInMemory commands;
  @LocalServerPort private int port;
  private Api adams = new Api(0);

  @Autowired
  PauseTest(CommandsInMemory commands) {
    this.commands = commands;
  }

  @BeforeEach
  void connect() {
    adams = new Api(port).as("dr-adams");
  }

  private void admit(String patient, String... grantedTo) {
    Wards.admit(new Api(port).as("admin"), patient, grantedTo);
  }

  @Test
  void everybodySeesWhoPausedAndForHowLong() {
    admit("p-paused", "dr-adams", "dr-baker");

    Answer answer = adams.put("/api/v1/patients/p-paused/pause", TWO_MINUTES);

    JsonNode pause = answer.json();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(pause.get("by").asString()).isEqualTo("dr-adams");
    assertThat(
            Duration.between(
                Instant.parse(pause.get("at").asString()),
                Instant.parse(pause.get("until").asString())))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(commands.of("p-paused")).singleElement().isInstanceOf(Pause.class);
    assertThat(new Api(port).as("dr-baker").get("/api/v1/patients/p-paused").json().get("pause"))
        .isEqualTo(pause);
  }

  @Test
  void isUndone() {
    admit("p-undone", "dr-adams");
    adams.put("/api/v1/patients/p-undone/pause", TWO_MINUTES);

    Answer answer = adams.delete("/api/v1/patients/p-undone/pause");
    Answer again = adams.delete("/api/v1/patients/p-undone/pause");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(again.status()).isEqualTo(204);
    assertThat(commands.of("p-undone")).hasSize(2).last().isInstanceOf(Resume.class);
    assertThat(adams.get("/api/v1/patients/p-undone").json().get("pause").isNull()).isTrue();
  }

  @Test
  void isToldOnTheLiveStream() {
    admit("p-streamed", "dr-adams");
    try (LiveClient client = LiveClient.as("dr-adams", port)) {
      client.follow("p-streamed");
      assertThat(client.await("snapshot").at("/patients/0/pause").isNull()).isTrue();

      adams.put("/api/v1/patients/p-streamed/pause", TWO_MINUTES);
      JsonNode paused = client.await("pause");
      adams.delete("/api/v1/patients/p-streamed/pause");
      JsonNode resumed = client.await("pause");

      assertThat(paused.get("patient").asString()).isEqualTo("p-streamed");
      assertThat(paused.at("/pause/reason").asString()).isEqualTo("suctioning");
      assertThat(resumed.get("pause").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seconds\":0,\"reason\":\"r\"}",
        "{\"seconds\":3601,\"reason\":\"r\"}",
        "{\"seconds\":120}",
        "{\"seconds\":120,\"reason\":\" \"}",
        "{\"reason\":\"r\"}",
        "{\"seconds\":\"long\",\"reason\":\"r\"}"
      })
  void needsAReasonAndABound(String body) {
    admit("p-bounds", "dr-adams");

    Answer answer = adams.put("/api/v1/patients/p-bounds/pause", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(commands.of("p-bounds")).isEmpty();
  }

  @Test
  void isForDoctorsOfThePatientAlone() {
    admit("p-0001", "dr-adams");

    assertThat(
            new Api(port).as("dr-baker").put("/api/v1/patients/p-0001/pause", TWO_MINUTES).code())
        .isEqualTo("unknown_patient");
    assertThat(new Api(port).as("dr-baker").delete("/api/v1/patients/p-0001/pause").status())
        .isEqualTo(404);
    assertThat(
            new Api(port).as("p-0001").put("/api/v1/patients/p-0001/pause", TWO_MINUTES).status())
        .isEqualTo(403);
  }
}
