package io.vigil.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.Alerts;
import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.Wards;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.LiveClient;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayWithoutLog
class FeedTest {
  private static final Instant ONSET = Instant.parse("2026-11-21T08:00:00Z");
  private final Newsroom newsroom;
  @LocalServerPort private int port;
  private Api admin = new Api(0);
  private Api baker = new Api(0);

  @Autowired
  FeedTest(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  @BeforeEach
  void connect() {
    admin = new Api(port).as("admin");
    baker = new Api(port).as("dr-baker");
    for (JsonNode followed : baker.get("/api/v1/me/follows").json()) {
      baker.delete("/api/v1/me/follows/" + followed.asString());
    }
  }

  private void follow(String patient) {
    Wards.admit(admin, patient, "dr-baker");
    assertThat(baker.put("/api/v1/me/follows/" + patient, "").status()).isEqualTo(200);
  }

  private Alert raise(String patient) {
    Alert raised = Alerts.raised(patient, ONSET);
    newsroom.took(Alerts.told(raised));
    return raised;
  }

  @Test
  void hasTheNewsOfThoseFollowedNewestFirst() {
    follow("p-news");
    Wards.admit(admin, "p-unfollowed", "dr-baker");
    Alert raised = raise("p-news");
    newsroom.took(Alerts.told(Alerts.next(raised, AlertState.RESOLVED, false)));
    raise("p-unfollowed");
    baker.put("/api/v1/patients/p-news/pause", "{\"seconds\":60,\"reason\":\"r\"}");

    JsonNode news = baker.get("/api/v1/me/feed").json().get("news");

    assertThat(news.valueStream().map(item -> item.get("kind").asString()))
        .containsExactly("pause", "alert", "alert");
    assertThat(news.at("/1/alert/state").asString()).isEqualTo("resolved");
    assertThat(news.at("/0/by").asString()).isEqualTo("dr-baker");
  }

  @Test
  void goesOnWhereACursorSays() {
    follow("p-pages");
    Alert alert = raise("p-pages");
    for (int i = 0; i < 4; i++) {
      alert = Alerts.next(alert, AlertState.ESCALATED, false);
      newsroom.took(Alerts.told(alert));
    }

    List<Integer> revisions = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = baker.get("/api/v1/me/feed?limit=2&after=" + after).json();
      page.get("news").forEach(item -> revisions.add(item.at("/alert/revision").asInt()));
      after = page.get("next").isNull() ? "" : page.get("next").asString();
    } while (!after.isEmpty());

    assertThat(revisions).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void whoLosesTheRightHearsNothingMore() {
    follow("p-lost");
    raise("p-lost");

    admin.delete("/api/v1/patients/p-lost/grants/dr-baker");

    assertThat(baker.get("/api/v1/me/feed").json().get("news").isEmpty()).isTrue();
    assertThat(baker.delete("/api/v1/me/follows/p-lost").status()).isEqualTo(204);
    assertThat(baker.put("/api/v1/me/follows/p-lost", "").code()).isEqualTo("unknown_patient");
    assertThat(baker.delete("/api/v1/me/follows/p-lost").status()).isEqualTo(404);
  }

  @Test
  void tellsWhoBrokeTheGlass() {
    follow("p-told");

    new Api(port)
        .as("dr-adams")
        .post("/api/v1/patients/p-told/break-glass", "{\"reason\":\"collapsed\"}");

    JsonNode first = baker.get("/api/v1/me/feed").json().at("/news/0");
    assertThat(first.get("kind").asString()).isEqualTo("access");
    assertThat(first.get("by").asString()).isEqualTo("dr-adams");
    assertThat(first.get("reason").asString()).isEqualTo("collapsed");
  }

  @Test
  void theLiveStreamFollowsTheFollowed() {
    follow("p-first");
    Wards.admit(admin, "p-second", "dr-baker");
    try (LiveClient client = LiveClient.as("dr-baker", port)) {
      client.send("{\"type\":\"follow\",\"patients\":\"followed\"}");
      JsonNode snapshot = client.await("snapshot");
      baker.put("/api/v1/me/follows/p-second", "");
      JsonNode more = client.await("snapshot");

      assertThat(snapshot.get("patients").size()).isEqualTo(1);
      assertThat(snapshot.at("/patients/0/id").asString()).isEqualTo("p-first");
      assertThat(more.at("/patients/0/id").asString()).isEqualTo("p-second");
    }
  }

  @Test
  void refusesCursorsAndPagesThatAreNone() {
    assertThat(baker.get("/api/v1/me/feed?after=x").code()).isEqualTo("malformed_cursor");
    assertThat(baker.get("/api/v1/me/feed?limit=0").code()).isEqualTo("limit_out_of_bounds");
    assertThat(new Api(port).as("p-0001").get("/api/v1/me/feed").status()).isEqualTo(403);
  }
}
