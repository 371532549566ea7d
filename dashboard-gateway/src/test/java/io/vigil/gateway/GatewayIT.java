package io.vigil.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.gateway.client.LiveClient;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The gateway on a real log. */
@EmbeddedKafka(bootstrapServersProperty = "spring.kafka.bootstrap-servers")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0"})
@ContextConfiguration(initializers = TestHome.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {
  private static final int PARTITIONS = 4;
  private static final Duration SOON = Duration.ofSeconds(30);

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  @Value("${spring.embedded.kafka.brokers}")
  private String brokers = "";

  private LogForTests log;
  private Api admin;
  private Api adams;

  @BeforeAll
  void ready() {
    await()
        .atMost(SOON)
        .until(() -> new Api(managementPort).get("/actuator/health/readiness").status() == 200);
    log = new LogForTests(brokers);
    admin = new Api(port).as("admin");
    adams = new Api(port).as("dr-adams");
  }

  @AfterAll
  void close() {
    log.close();
  }

  @Test
  void readsItsOwnWritesOfTheRegistry() {
    for (int i = 0; i < 20; i++) {
      String id = "p-own-" + i;
      assertThat(admit(id).status()).isEqualTo(201);
      assertThat(grant(id, "dr-adams").status()).isEqualTo(201);
      assertThat(adams.get("/api/v1/patients/" + id).status()).isEqualTo(200);
      assertThat(admin.delete("/api/v1/patients/" + id).status()).isEqualTo(204);
      assertThat(adams.get("/api/v1/patients/" + id).status()).isEqualTo(404);
    }
  }

  @Test
  void bringsReadingsAndAlertsToTheScreen() {
    admit("p-live");
    grant("p-live", "dr-adams");
    try (LiveClient client = LiveClient.as("dr-adams", port)) {
      client.follow("p-live");
      client.await("snapshot");
      long now = System.currentTimeMillis();

      log.poison(Topics.READINGS, "p-live");
      log.heartRate("p-live", now - 500, now, 7250);
      JsonNode readings = client.await("readings");
      log.poison(Topics.ALERTS, "p-live");
      Alert raised = Alerts.raised("p-live", Instant.ofEpochMilli(now));
      log.alert(raised);
      JsonNode alert = client.await("alert");

      assertThat(readings.get("readings").toString())
          .isEqualTo("[[\"p-live\",\"heart_rate\"," + (now - 500) + ",72.5]]");
      assertThat(alert.at("/alert/text").asString()).isEqualTo("HR 134 > 120");
      assertThat(adams.get("/api/v1/patients/p-live").json().at("/latest/0/2").decimalValue())
          .isEqualByComparingTo("72.5");
      assertThat(adams.get("/api/v1/alerts?state=active").body()).contains(raised.id());

      log.alert(Alerts.next(raised, AlertState.RESOLVED, false));
      assertThat(client.await("alert").at("/alert/state").asString()).isEqualTo("resolved");
      assertThat(adams.get("/api/v1/alerts?state=active").body()).doesNotContain(raised.id());
      assertThat(adams.get("/api/v1/patients/p-live/alerts").json().at("/0/revisions").size())
          .isEqualTo(2);
    }
  }

  @Test
  void tellsWhoComesBackWhatTheyMissedAndNothingTwice() {
    admit("p-back");
    grant("p-back", "dr-adams");
    long now = System.currentTimeMillis();
    Alert raised = Alerts.raised("p-back", Instant.ofEpochMilli(now));
    String cursor;
    try (LiveClient before = LiveClient.as("dr-adams", port)) {
      before.follow("p-back");
      before.await("snapshot");
      log.heartRate("p-back", now - 5_000, now, 7_000);
      cursor = before.await("readings").get("cursor").asString();
    }
    log.heartRate("p-back", now - 4_000, now, 7_100);
    log.heartRate("p-back", now - 3_000, now, 7_200);
    log.alert(raised);
    await()
        .atMost(SOON)
        .until(() -> adams.get("/api/v1/alerts?state=active").body().contains(raised.id()));
    awaitLatest("p-back", now - 3_000);

    try (LiveClient after = LiveClient.as("dr-adams", port)) {
      after.resume(cursor, "p-back");
      JsonNode alert = after.await("alert", "gap");
      JsonNode missed = after.await("readings", "gap");
      JsonNode snapshot = after.await("snapshot", "gap", "readings", "alert");
      log.heartRate("p-back", now - 2_000, now, 7_300);
      JsonNode next = after.await("readings", "gap", "alert");

      assertThat(alert.at("/alert/id").asString()).isEqualTo(raised.id());
      assertThat(missed.get("readings").toString())
          .isEqualTo(
              "[[\"p-back\",\"heart_rate\",%d,71],[\"p-back\",\"heart_rate\",%d,72]]"
                  .formatted(now - 4_000, now - 3_000));
      assertThat(snapshot.get("type").asString()).isEqualTo("snapshot");
      assertThat(next.get("readings").toString()).contains(",73]").doesNotContain(",72]");
    }
  }

  @Test
  void tellsNothingTwiceToWhoWasToldMoreByAnotherInstance() {
    admit("p-ahead");
    grant("p-ahead", "dr-adams");
    long now = System.currentTimeMillis();
    try (LiveClient client = LiveClient.as("dr-adams", port)) {
      client.follow("p-ahead");
      String here = client.await("snapshot").get("cursor").asString();
      client.send("{\"type\":\"unfollow\",\"patients\":[\"p-ahead\"]}");
      client.resume(CursorAhead.of(here, 1), "p-ahead");
      client.await("snapshot");

      log.heartRate("p-ahead", now - 2_000, now, 7_100);
      log.heartRate("p-ahead", now - 1_000, now, 7_200);

      assertThat(client.await("readings", "gap").get("readings").toString())
          .contains(",72]")
          .doesNotContain(",71]");
    }
  }

  private void awaitLatest(String patient, long timeMs) {
    await()
        .atMost(SOON)
        .until(
            () ->
                adams.get("/api/v1/patients/" + patient).json().at("/latest/0/1").asLong()
                    == timeMs);
  }

  @Test
  void tellsEverybodyThatVigilItselfIsSilent() {
    Alert raised = Alerts.silent("vigil", AlertRule.PIPELINE, Instant.now());
    try (LiveClient before = LiveClient.as("dr-baker", port)) {
      log.alert(raised);
      assertThat(before.await("alert").at("/alert/id").asString()).isEqualTo(raised.id());

      try (LiveClient after = LiveClient.as("dr-baker", port)) {
        assertThat(after.await("alert").at("/alert/id").asString()).isEqualTo(raised.id());
      }
      log.alert(Alerts.next(raised, AlertState.RESOLVED, false));
      assertThat(before.await("alert").at("/alert/state").asString()).isEqualTo("resolved");
    }
  }

  @Test
  void tellsOfAGroupThoseWhoFollowOneOfItAndNamesNobodyElse() {
    admit("p-group");
    grant("p-group", "dr-adams");
    Alert raised = Alerts.silent("ward/West", AlertRule.GAP, Instant.now(), "p-group", "p-unseen");
    try (LiveClient adamsLive = LiveClient.as("dr-adams", port);
        LiveClient bakerLive = LiveClient.as("dr-baker", port)) {
      adamsLive.follow("p-group");
      adamsLive.await("snapshot");
      log.alert(raised);

      JsonNode alert = adamsLive.await("alert").get("alert");
      adamsLive.follow("p-group");
      JsonNode snapshot = adamsLive.await("snapshot");
      bakerLive.follow("p-group");
      JsonNode nothing = bakerLive.await("snapshot");

      assertThat(alert.get("patient").asString()).isEqualTo("ward/West");
      assertThat(alert.get("members").toString()).isEqualTo("[\"p-group\"]");
      assertThat(snapshot.at("/alerts/0/members").toString()).isEqualTo("[\"p-group\"]");
      assertThat(nothing.toString()).doesNotContain(raised.id());
      log.alert(Alerts.next(raised, AlertState.RESOLVED, false));
      assertThat(adamsLive.await("alert").at("/alert/state").asString()).isEqualTo("resolved");
    }
  }

  @Test
  void endsTheStreamOfAPatientWhenTheGrantIsTakenBack() {
    admit("p-revoked");
    grant("p-revoked", "dr-baker");
    try (LiveClient client = LiveClient.as("dr-baker", port)) {
      client.follow("p-revoked");
      client.await("snapshot");

      admin.delete("/api/v1/patients/p-revoked/grants/dr-baker");

      assertThat(client.await("revoked").get("patients").toString()).isEqualTo("[\"p-revoked\"]");
    }
  }

  @Test
  void writesACommandAndAnswersWhatComesBackOfIt() {
    admit("p-taken");
    grant("p-taken", "dr-adams");
    Alert raised = Alerts.raised("p-taken", Instant.ofEpochMilli(1_795_248_000_000L));
    log.alert(raised);
    await()
        .atMost(SOON)
        .until(() -> adams.get("/api/v1/alerts?state=active").body().contains(raised.id()));

    String path = "/api/v1/alerts/" + raised.id() + "/acknowledge";
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> adams.post(path, "{\"note\":\"coming\"}"));
    Acknowledge command = log.awaitCommand(Acknowledge.class, "p-taken");
    log.alert(Alerts.acknowledged(raised, command.by(), command.note()));

    assertThat(answer.join().status()).isEqualTo(200);
    assertThat(answer.join().json().get("state").asString()).isEqualTo("acknowledged");
    assertThat(command.alert()).isEqualTo(raised.id());
    assertThat(command.note()).isEqualTo("coming");
  }

  @Test
  void readsItsOwnCommandsBack() {
    admit("p-commanded");
    grant("p-commanded", "dr-adams");

    String patient = "/api/v1/patients/p-commanded";
    adams.put(patient + "/pause", "{\"seconds\":60,\"reason\":\"r\"}");
    adams.put(patient + "/limits", "{\"heart_rate\":{\"high\":130}}");

    assertThat(adams.get(patient).json().at("/pause/by").asString()).isEqualTo("dr-adams");
    assertThat(adams.get(patient + "/limits").json().at("/heart_rate/high").asInt()).isEqualTo(130);
  }

  @Test
  void tellsHowFarThePipelineHasGot() {
    long mark = System.currentTimeMillis();
    try (LiveClient client = LiveClient.as("dr-adams", port)) {
      log.watermark(PARTITIONS, mark);

      await().atMost(SOON).until(() -> client.await("heartbeat").get("watermark").asLong() == mark);
    }
  }

  @Test
  void countsWhatCameOutOfTheLog() {
    log.heartRate("p-counted", 1_000, System.currentTimeMillis(), 7000);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(new Api(managementPort).get("/actuator/prometheus").body())
                    .contains("vigil_readings_accepted_total{stage=\"gateway\"}")
                    .contains("vigil_readings_forwarded_total{stage=\"gateway\"}"));
  }

  private Answer admit(String id) {
    return admin.put(
        "/api/v1/patients/" + id,
        "{\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"normal\"}");
  }

  private Answer grant(String id, String user) {
    return admin.put("/api/v1/patients/" + id + "/grants/" + user, "{}");
  }
}
