package io.vigil.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.audit.AuditInMemory;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.schema.registry.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayWithoutLog
class RegistryApiTest {
  private static final String ADA =
      "{\"name\":\"Ada Byron\",\"ward\":\"Ward 3 West\",\"bed\":\"12\",\"priority\":\"high\"}";

  private final Registry registry;
  private final RegistryInMemory log;
  private final AuditInMemory audit;
  @LocalServerPort private int port;
  private Api admin = new Api(0);

  @Autowired
  RegistryApiTest(Registry registry, RegistryInMemory log, AuditInMemory audit) {
    this.registry = registry;
    this.log = log;
    this.audit = audit;
  }

  @BeforeEach
  void connect() {
    admin = new Api(port).as("admin");
  }

  @Test
  void admitsChangesAndDischargesAPatient() {
    Answer admitted = admin.put("/api/v1/patients/p-ada", ADA);
    Answer changed = admin.put("/api/v1/patients/p-ada", ADA.replace("12", "13"));

    assertThat(admitted.status()).isEqualTo(201);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("bed").asString()).isEqualTo("13");
    assertThat(changed.json().get("admittedAt")).isEqualTo(admitted.json().get("admittedAt"));
    assertThat(admin.delete("/api/v1/patients/p-ada").status()).isEqualTo(204);
    assertThat(admin.delete("/api/v1/patients/p-ada").code()).isEqualTo("unknown_patient");
    assertThat(audit.events())
        .filteredOn(event -> "p-ada".equals(event.patient()))
        .extracting(AuditEvent::action)
        .containsExactly("patient_admitted", "patient_changed", "patient_discharged");
  }

  @Test
  void whoIsAdmittedAgainIsNotSeenByThoseOfBefore() {
    Api adams = new Api(port).as("dr-adams");
    admin.put("/api/v1/patients/p-again", ADA);
    admin.put("/api/v1/patients/p-again/grants/dr-adams", "{}");
    assertThat(adams.get("/api/v1/patients/p-again").status()).isEqualTo(200);

    admin.delete("/api/v1/patients/p-again");
    admin.put("/api/v1/patients/p-again", ADA);

    assertThat(adams.get("/api/v1/patients/p-again").status()).isEqualTo(404);
  }

  @Test
  void tellsADevicesTokenOnceAndKeepsItsHashAlone() {
    Answer first = admin.put("/api/v1/devices/dev-1", "{\"patients\":[\"p-ada\"]}");
    Answer second = admin.put("/api/v1/devices/dev-1", "{\"patients\":[\"p-ada\"]}");

    String token = first.json().get("token").asString();
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(token).matches("vgd_[A-Za-z0-9_-]{43}");
    assertThat(registry.deviceOfTokenHash(new DeviceToken(token).hash())).isEmpty();
    String newToken = second.json().get("token").asString();
    assertThat(registry.deviceOfTokenHash(new DeviceToken(newToken).hash())).isPresent();
    assertThat(first.header("Cache-Control")).contains("no-store");
    assertThat(admin.delete("/api/v1/devices/dev-1").status()).isEqualTo(204);
    assertThat(registry.device("dev-1")).isEmpty();
    assertThat(admin.delete("/api/v1/devices/dev-1").code()).isEqualTo("unknown_device");
  }

  @Test
  void grantsForAWhileAndTakesBack() {
    Api baker = new Api(port).as("dr-baker");
    admin.put("/api/v1/patients/p-granted", ADA);
    String grant = "/api/v1/patients/p-granted/grants/dr-baker";

    assertThat(admin.put(grant, "{\"until\":\"2001-01-01T00:00:00Z\"}").code())
        .isEqualTo("until_is_past");
    assertThat(admin.put(grant, "{\"until\":\"tomorrow\"}").code()).isEqualTo("invalid_field");
    assertThat(admin.put(grant, "{\"until\":\"2999-01-01T00:00:00Z\"}").status()).isEqualTo(201);
    assertThat(baker.get("/api/v1/patients/p-granted").status()).isEqualTo(200);
    assertThat(admin.send("PUT", grant, null).status()).isEqualTo(200);
    assertThat(admin.delete(grant).status()).isEqualTo(204);
    assertThat(baker.get("/api/v1/patients/p-granted").status()).isEqualTo(404);
    assertThat(admin.delete(grant).code()).isEqualTo("unknown_grant");
    assertThat(admin.put(grant.replace("p-granted", "p-nobody"), "{}").code())
        .isEqualTo("unknown_patient");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\" \",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"high\"}",
        "{\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"urgent\"}",
        "{\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\"}"
      })
  void namesTheFieldThatIsWrong(String body) {
    Answer refused = admin.put("/api/v1/patients/p-wrong", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().get("detail").asString())
        .containsAnyOf("name", "ward", "bed", "priority");
  }

  @Test
  void refusesIdsThatCannotBeIds() {
    assertThat(admin.put("/api/v1/patients/-p", ADA).code()).isEqualTo("malformed_id");
    assertThat(admin.put("/api/v1/devices/%C3%A4", "{\"patients\":[\"p\"]}").code())
        .isEqualTo("malformed_id");
    assertThat(admin.put("/api/v1/devices/d", "{\"patients\":[\"a b\"]}").code())
        .isEqualTo("malformed_id");
    assertThat(admin.put("/api/v1/devices/d", "{\"patients\":[]}").code())
        .isEqualTo("invalid_field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dr-adams", "p-0001"})
  void onlyAnAdministratorChangesTheRegistry(String user) {
    Api api = new Api(port).as(user);

    Answer put = api.put("/api/v1/patients/p-forbidden", ADA);

    assertThat(put.status()).isEqualTo(403);
    assertThat(put.code()).isEqualTo("forbidden");
    assertThat(api.delete("/api/v1/patients/p-forbidden").status()).isEqualTo(403);
    assertThat(api.put("/api/v1/devices/d", "{\"patients\":[\"p\"]}").status()).isEqualTo(403);
    assertThat(api.delete("/api/v1/devices/d").status()).isEqualTo(403);
    assertThat(api.put("/api/v1/patients/p/grants/" + user, "{}").status()).isEqualTo(403);
    assertThat(api.delete("/api/v1/patients/p/grants/" + user).status()).isEqualTo(403);
  }

  @Test
  void answers503WhereTheLogTakesNothing() {
    log.away(true);
    try {
      Answer refused = admin.put("/api/v1/patients/p-later", ADA);

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("log_unavailable");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
    } finally {
      log.away(false);
    }
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    Answer refused =
        admin.put("/api/v1/patients/p-large", "{\"name\":\"" + "x".repeat(70_000) + "\"}");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("body_too_large");
  }

  @Test
  void whatDoesNotExistYetIsNotFound() {
    assertThat(admin.get("/api/v1/nothing").code()).isEqualTo("not_found");
    assertThat(admin.post("/api/v1/patients", "{}").code()).isEqualTo("method_not_allowed");
  }
}
