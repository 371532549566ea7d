package io.vigil.gateway.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.Alerts;
import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.episode.Episodes;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.Offsets;
import io.vigil.gateway.tail.PatientReadings;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.vital.Vital;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayWithoutLog
class WardTest {
  private static final Offsets NOWHERE = Offsets.zero(1);

  private final LatestReadings latest;
  private final Episodes episodes;
  private final Receptions receptions;
  @LocalServerPort private int port;
  private Api admin = new Api(0);

  @Autowired
  WardTest(LatestReadings latest, Episodes episodes, Receptions receptions) {
    this.receptions = receptions;
    this.latest = latest;
    this.episodes = episodes;
  }

  @BeforeEach
  void admit() {
    admin = new Api(port).as("admin");
    for (String id : List.of("p-0001", "p-0002")) {
      admin.put(
          "/api/v1/patients/" + id,
          "{\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"normal\"}");
    }
    admin.put("/api/v1/patients/p-0002/grants/dr-adams", "{}");
  }

  @Test
  void aDoctorSeesThoseWhoAreGrantedWithReadingsAndAlarms() {
    Alert raised = Alerts.raised("p-0002", Instant.parse("2026-11-21T08:00:00Z"));
    latest.took(
        new Batch(
            List.of(
                new PatientReadings(
                    0,
                    0,
                    "p-0002",
                    0,
                    List.of(
                        new LiveReading(Vital.SPO2, 5_000, 9800),
                        new LiveReading(Vital.HEART_RATE, 5_000, 7250),
                        new LiveReading(Vital.HEART_RATE, 4_000, 7100)))),
            List.of(),
            List.of(),
            List.of(),
            NOWHERE,
            NOWHERE));
    episodes.took(Alerts.told(raised));

    String answer = new Api(port).as("dr-adams").get("/api/v1/patients/p-0002").body();

    assertThat(answer)
        .startsWith(
            "{\"id\":\"p-0002\",\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"normal\","
                + "\"latest\":[[\"heart_rate\",5000,72.5],[\"spo2\",5000,98]],"
                + "\"alerts\":[{\"id\":\""
                + raised.id()
                + "\",\"patient\":\"p-0002\"")
        .contains("\"state\":\"raised\",\"onset\":\"2026-11-21T08:00:00Z\"")
        .contains("\"value\":134,\"limit\":120,\"text\":\"HR 134 > 120\"")
        .endsWith("\"by\":null,\"note\":null}],\"pause\":null,\"reception\":null}");
    assertThat(new Api(port).as("dr-adams").get("/api/v1/patients").body()).contains(answer);

    Alert resolved = Alerts.next(raised, AlertState.RESOLVED, false);
    episodes.took(Alerts.told(resolved));
  }

  @Test
  void showsHowTheNewestMinuteOfAVitalWasReceived() {
    receptions.took(received("2026-11-24T22:01:00Z", 57));
    receptions.took(received("2026-11-24T22:00:00Z", 60));

    JsonNode reception =
        new Api(port).as("p-0001").get("/api/v1/patients/p-0001").json().get("reception");

    assertThat(reception.at("/heart_rate/received").asInt()).isEqualTo(57);
    assertThat(reception.at("/heart_rate/expected").asInt()).isEqualTo(60);
  }

  private static Batch received(String minute, int readings) {
    MinuteReception reception =
        new MinuteReception(
            "p-0001",
            "heart_rate",
            Instant.parse(minute),
            60,
            readings,
            0,
            0,
            0,
            0,
            null,
            1000L,
            1000,
            5L);
    return new Batch(List.of(), List.of(), List.of(), List.of(reception), NOWHERE, NOWHERE);
  }

  @Test
  void aPatientSeesThemselves() {
    Api patient = new Api(port).as("p-0001");

    assertThat(patient.get("/api/v1/patients").json().size()).isEqualTo(1);
    assertThat(patient.get("/api/v1/patients/p-0001").status()).isEqualTo(200);
    assertThat(patient.get("/api/v1/patients/p-0002").status()).isEqualTo(404);
    assertThat(patient.get("/api/v1/patients/p-0001/alerts").status()).isEqualTo(200);
    assertThat(patient.get("/api/v1/patients/p-0002/alerts").status()).isEqualTo(404);
  }

  @Test
  void anAdministratorKnowsAllAndSeesNobodysVitals() {
    assertThat(admin.get("/api/v1/patients").json())
        .filteredOn(patient -> patient.get("id").asString().matches("p-000[12]"))
        .hasSize(2)
        .allSatisfy(patient -> assertThat(patient.get("latest").isEmpty()).isTrue());
    assertThat(admin.get("/api/v1/patients/p-0001/alerts").status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/alerts?state=active").body()).isEqualTo("[]");
  }

  @Test
  void alertsAreListedByTheStatesThatThereAre() {
    assertThat(admin.get("/api/v1/alerts?state=over").code()).isEqualTo("unknown_state");
  }
}
