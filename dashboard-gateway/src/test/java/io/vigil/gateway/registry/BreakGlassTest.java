package io.vigil.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.Wards;
import io.vigil.gateway.audit.AuditInMemory;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.gateway.client.LiveClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayWithoutLog
class BreakGlassTest {
  private static final String ARREST = "{\"reason\":\"cardiac arrest\"}";
  private final AuditInMemory audit;
  @LocalServerPort private int port;

  @Autowired
  BreakGlassTest(AuditInMemory audit) {
    this.audit = audit;
  }

  private Api as(String user) {
    return new Api(port).as(user);
  }

  private void admit(String patient, String... grantedTo) {
    Wards.admit(as("admin"), patient, grantedTo);
  }

  @Test
  void opensAPatientForAnHourAndIsAudited() {
    admit("p-glass");

    Answer answer = as("dr-baker").post("/api/v1/patients/p-glass/break-glass", ARREST);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(Instant.parse(answer.json().get("until").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(58)), Instant.now().plus(Duration.ofMinutes(61)));
    assertThat(as("dr-baker").get("/api/v1/patients/p-glass").status()).isEqualTo(200);
    assertThat(as("dr-adams").get("/api/v1/patients/p-glass").status()).isEqualTo(404);
    assertThat(audit.events())
        .filteredOn(event -> event.action().equals("glass_broken"))
        .filteredOn(event -> "p-glass".equals(event.patient()))
        .singleElement()
        .satisfies(event -> assertThat(event.who()).isEqualTo("dr-baker"))
        .satisfies(event -> assertThat(event.about()).containsEntry("reason", "cardiac arrest"));
  }

  @Test
  void isAnnouncedToThoseWhoLookOn() {
    admit("p-announced", "dr-adams");
    try (LiveClient client = LiveClient.as("dr-adams", port)) {
      client.follow("p-announced");
      client.await("snapshot");

      as("dr-baker").post("/api/v1/patients/p-announced/break-glass", ARREST);
      JsonNode frame = client.await("access");

      assertThat(frame.get("user").asString()).isEqualTo("dr-baker");
      assertThat(frame.get("reason").asString()).isEqualTo("cardiac arrest");
    }
  }

  @Test
  void neverShortensWhatWasGranted() {
    admit("p-granted-glass", "dr-baker");

    Answer answer = as("dr-baker").post("/api/v1/patients/p-granted-glass/break-glass", ARREST);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("until").isNull()).isTrue();
  }

  @Test
  void needsADoctorAReasonAndAPatient() {
    admit("p-unbroken");

    assertThat(as("p-0001").post("/api/v1/patients/p-unbroken/break-glass", ARREST).status())
        .isEqualTo(403);
    assertThat(as("dr-baker").post("/api/v1/patients/p-unbroken/break-glass", "{}").code())
        .isEqualTo("invalid_field");
    assertThat(as("dr-baker").post("/api/v1/patients/p-nobody/break-glass", ARREST).code())
        .isEqualTo("unknown_patient");
  }
}
