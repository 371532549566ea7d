package io.vigil.gateway.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.Alerts;
import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.Wards;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.audit.AuditInMemory;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.gateway.command.CommandsInMemory;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.command.Acknowledge;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayWithoutLog
class AcknowledgeTest {
  private static final Instant ONSET = Instant.parse("2026-11-21T08:00:00Z");
  private final Episodes episodes;
  private final CommandsInMemory commands;
  private final AuditInMemory audit;
  @LocalServerPort private int port;
  private Api adams = new Api(0);

  @Autowired
  AcknowledgeTest(Episodes episodes, CommandsInMemory commands, AuditInMemory audit) {
    this.episodes = episodes;
    this.commands = commands;
    this.audit = audit;
  }

  @BeforeEach
  void connect() {
    adams = new Api(port).as("dr-adams");
    commands.answer(command -> {});
  }

  private Alert raised(String patient) {
    Wards.admit(new Api(port).as("admin"), patient, "dr-adams");
    Alert raised = Alerts.raised(patient, ONSET);
    episodes.took(Alerts.told(raised));
    return raised;
  }

  private void confirm(Alert newest) {
    commands.answer(
        command -> {
          if (command instanceof Acknowledge word && word.alert().equals(newest.id())) {
            episodes.took(Alerts.told(Alerts.acknowledged(newest, word.by(), word.note())));
          }
        });
  }

  private static String path(Alert alert) {
    return "/api/v1/alerts/" + alert.id() + "/acknowledge";
  }

  @Test
  void answersTheEpisodeOnceItIsConfirmed() {
    Alert raised = raised("p-ack");
    confirm(raised);

    Answer answer = adams.post(path(raised), "{\"note\":\"on my way\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("state").asString()).isEqualTo("acknowledged");
    assertThat(answer.json().get("by").asString()).isEqualTo("dr-adams");
    assertThat(answer.json().get("note").asString()).isEqualTo("on my way");
    assertThat(answer.json().get("revisions").size()).isEqualTo(2);
    assertThat(audit.events())
        .filteredOn(event -> "p-ack".equals(event.patient()))
        .extracting(AuditEvent::action)
        .contains("alert_acknowledged");
  }

  private Alert silent(String what, AlertRule rule, String... members) {
    Alert raised = Alerts.silent(what, rule, ONSET, members);
    episodes.took(Alerts.told(raised));
    confirm(raised);
    return raised;
  }

  @Test
  void takesTheAlarmThatVigilItselfIsSilentOfEveryDoctor() {
    Alert raised = silent("vigil", AlertRule.PIPELINE);
    Api baker = new Api(port).as("dr-baker");

    assertThat(baker.get("/api/v1/alerts?state=active").body()).contains(raised.id());
    Answer answer = baker.post(path(raised), "{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("by").asString()).isEqualTo("dr-baker");
    episodes.took(
        Alerts.told(
            Alerts.next(
                Alerts.acknowledged(raised, "dr-baker", null), AlertState.RESOLVED, false)));
  }

  @Test
  void takesTheAlarmOfAGroupOfWhomOneMayBeSeenAndNamesNobodyElse() {
    Wards.admit(new Api(port).as("admin"), "p-in-group", "dr-adams");
    Alert raised = silent("device/gw-1", AlertRule.GAP, "p-in-group", "p-unseen");

    Answer active = adams.get("/api/v1/alerts?state=active");
    Answer answer = adams.post(path(raised), "{}");

    assertThat(active.body()).contains(raised.id()).doesNotContain("p-unseen");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/members").toString()).isEqualTo("[\"p-in-group\"]");
    assertThat(answer.body()).doesNotContain("p-unseen");
    assertThat(commands.of("device/gw-1")).hasSize(1);
  }

  @Test
  void knowsNoAlarmOfAGroupOfWhomNobodyMayBeSeen() {
    Alert raised = silent("ward/Ward 9", AlertRule.GAP, "p-unseen-1", "p-unseen-2");

    assertThat(adams.post(path(raised), "{}").status()).isEqualTo(404);
    assertThat(adams.get("/api/v1/alerts?state=active").body()).doesNotContain(raised.id());
  }

  @Test
  void commandsNothingTwice() {
    Alert raised = raised("p-twice");
    confirm(raised);

    Answer first = adams.post(path(raised), "{}");
    Answer second = adams.post(path(raised), "{\"note\":\"again\"}");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(commands.of("p-twice")).hasSize(1);
  }

  @Test
  void needsNoNoteAndNoBody() {
    Alert raised = raised("p-bare");
    confirm(raised);

    assertThat(adams.send("POST", path(raised), null).status()).isEqualTo(200);
  }

  @Test
  void saysWhereNobodyConfirmsIt() {
    Alert raised = raised("p-silent");

    Answer answer = adams.post(path(raised), "{}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("not_confirmed");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(adams.get("/api/v1/alerts?state=active").body()).contains(raised.id());
  }

  @Test
  void saysWhereTheLogIsAway() {
    Alert raised = raised("p-away");
    commands.away(true);
    try {
      assertThat(adams.post(path(raised), "{}").code()).isEqualTo("log_unavailable");
    } finally {
      commands.away(false);
    }
  }

  @Test
  void aLatchedAlarmIsActiveUntilItIsAcknowledged() {
    Alert raised = raised("p-latched");
    Alert latched = Alerts.next(raised, AlertState.RESOLVED, true);
    episodes.took(Alerts.told(latched));
    assertThat(adams.get("/api/v1/alerts?state=active").body()).contains(raised.id());
    confirm(latched);

    assertThat(adams.post(path(raised), "{}").status()).isEqualTo(200);

    assertThat(adams.get("/api/v1/alerts?state=active").body()).doesNotContain(raised.id());
  }

  @Test
  void anEscalatedAlarmIsActiveAndCanBeTaken() {
    Alert raised = raised("p-escalated");
    Alert escalated = Alerts.next(raised, AlertState.ESCALATED, false);
    episodes.took(Alerts.told(escalated));
    assertThat(adams.get("/api/v1/alerts?state=active").body()).contains("\"state\":\"escalated\"");
    confirm(escalated);

    assertThat(adams.post(path(raised), "{}").json().get("state").asString())
        .isEqualTo("acknowledged");
  }

  @Test
  void whatIsOverIsAnsweredAsItIs() {
    Alert raised = raised("p-over");
    episodes.took(Alerts.told(Alerts.next(raised, AlertState.RESOLVED, false)));

    Answer answer = adams.post(path(raised), "{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("state").asString()).isEqualTo("resolved");
    assertThat(commands.of("p-over")).isEmpty();
  }

  @Test
  void everybodyLearnsThatVigilItselfIsSilent() {
    Alert pipeline = Alerts.raised("vigil", ONSET);
    episodes.took(Alerts.told(pipeline));

    assertThat(new Api(port).as("dr-baker").get("/api/v1/alerts?state=active").body())
        .contains(pipeline.id());

    episodes.took(Alerts.told(Alerts.next(pipeline, AlertState.RESOLVED, false)));
  }

  @Test
  void nobodyLearnsOfAlarmsOfOthers() {
    Alert raised = raised("p-others");

    Answer others = new Api(port).as("dr-baker").post(path(raised), "{}");
    Answer none = adams.post("/api/v1/alerts/nothing/acknowledge", "{}");

    assertThat(others.status()).isEqualTo(404);
    assertThat(others.body()).isEqualTo(none.body().replace("nothing", raised.id()));
    assertThat(new Api(port).as("p-0001").post(path(raised), "{}").status()).isEqualTo(403);
    assertThat(new Api(port).as("admin").post(path(raised), "{}").status()).isEqualTo(403);
  }

  @Test
  void refusesANoteThatIsTooLong() {
    Alert raised = raised("p-long");

    assertThat(adams.post(path(raised), "{\"note\":\"" + "x".repeat(1_001) + "\"}").code())
        .isEqualTo("invalid_field");
  }
}
