package io.vigil.generator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.MutableClock;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ScenarioControllerTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private final MutableClock clock = new MutableClock(START);
  private final Scenarios scenarios = new Scenarios();
  private final MockMvcTester mvc =
      MockMvcTester.of(
          new ScenarioController(
              scenarios, Ward.of(4), new ScenarioProperties(Duration.ofHours(1)), clock));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tachycardia",
        "bradycardia",
        "signal_loss",
        "lead_off",
        "duplicate",
        "late",
        "out_of_order",
        "clock_skew",
        "burst",
        "noise",
        "implausible",
        "flapping"
      })
  void startsAScenarioOfAnyKind(String kind) {
    MvcTestResult answer = post("p-0001", kind, "30");

    assertThat(answer).hasStatus(202);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"patient":"p-0001","kind":"%s","seconds":30,
             "startedAt":"2026-11-21T08:00:00Z","endsAt":"2026-11-21T08:00:30Z"}\
            """
                .formatted(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "p-0005, tachycardia, 30, 404, unknown_patient",
    "'', tachycardia, 30, 404, unknown_patient",
    "p-0001, asystole, 30, 422, unknown_kind",
    "p-0001, tachycardia, 0, 422, seconds_out_of_bounds",
    "p-0001, tachycardia, 3601, 422, seconds_out_of_bounds",
    "p-0001, tachycardia, null, 422, seconds_out_of_bounds",
    "p-0001, tachycardia, \"soon\", 400, malformed_json"
  })
  void refusesWithAProblemThatNamesTheReason(
      String patient, String kind, String seconds, int status, String code) {
    MvcTestResult answer = post(patient, kind, seconds);

    assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
  }

  @Test
  void listsWhatIsActive() {
    post("p-0001", "tachycardia", "30");
    clock.advance(Duration.ofSeconds(10));
    post("p-0002", "signal_loss", "60");

    assertThat(active()).bodyJson().extractingPath("$[*].patient").asArray().hasSize(2);
    clock.advance(Duration.ofSeconds(20));

    assertThat(active())
        .bodyJson()
        .extractingPath("$[*].patient")
        .asArray()
        .containsExactly("p-0002");
  }

  @Test
  void replacesThePatientsScenarioByANewerOne() {
    post("p-0001", "tachycardia", "30");
    post("p-0001", "bradycardia", "30");

    assertThat(active())
        .bodyJson()
        .extractingPath("$[*].kind")
        .asArray()
        .containsExactly("bradycardia");
  }

  @Test
  void endsAScenarioBeforeItsTime() {
    Scenario loss =
        scenarios
            .start(
                List.of("p-0001"),
                ScenarioKind.SIGNAL_LOSS,
                Map.of(),
                Duration.ofSeconds(60),
                START)
            .get(0);
    clock.advance(Duration.ofSeconds(5));

    MvcTestResult answer = mvc.delete().uri("/api/v1/scenarios/" + loss.id()).exchange();

    assertThat(answer).hasStatus(200);
    assertThat(answer).bodyJson().extractingPath("$.seconds").isEqualTo(5);
    assertThat(scenarios.effectOn("p-0001", START.plusSeconds(4)).silences()).isTrue();
    assertThat(scenarios.effectOn("p-0001", START.plusSeconds(5)).silences()).isFalse();
  }

  @Test
  void endsNothingThatIsNotActive() {
    MvcTestResult answer = mvc.delete().uri("/api/v1/scenarios/none").exchange();

    assertThat(answer).hasStatus(404);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("unknown_scenario");
  }

  @Test
  void forgetsACourseOnceTheHeartIsBack() {
    post("p-0001", "tachycardia", "30");

    clock.advance(Duration.ofSeconds(41));
    assertThat(active()).hasStatusOk();
    assertThat(scenarios.effectOn("p-0001", clock.instant())).isInstanceOf(DrivenHeart.class);

    clock.advance(Duration.ofSeconds(1));
    assertThat(active()).hasStatusOk();
    assertThat(scenarios.effectOn("p-0001", clock.instant())).isSameAs(Effect.NONE);
  }

  @Test
  void silencesEverybodyAtOnce() {
    MvcTestResult answer = post("{\"patients\":\"all\",\"kind\":\"signal_loss\",\"seconds\":30}");

    assertThat(answer).hasStatus(202);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.scenarios[*].patient")
        .asArray()
        .containsExactly("p-0001", "p-0002", "p-0003", "p-0004");
    assertThat(scenarios.effectOn("p-0004", START).silences()).isTrue();
  }

  @Test
  void startsAScenarioForAListOfPatientsOrAWard() {
    assertThat(
            post(
                "{\"patients\":[\"p-0003\",\"p-0001\",\"p-0003\"],\"kind\":\"late\",\"seconds\":30}"))
        .bodyJson()
        .extractingPath("$.scenarios[*].patient")
        .asArray()
        .containsExactly("p-0003", "p-0001");
    assertThat(post("{\"ward\":\"Ward 3 West\",\"kind\":\"late\",\"seconds\":30}"))
        .bodyJson()
        .extractingPath("$.scenarios[*].patient")
        .asArray()
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'patients':['p-0001','p-9'],'kind':'late','seconds':9}|404|unknown_patient",
        "{'patients':[],'kind':'late','seconds':9}|422|one_of_patient_patients_ward",
        "{'patient':'p-0001','patients':'all','kind':'late','seconds':9}|422|one_of_patient_patients_ward",
        "{'patients':'some','kind':'late','seconds':9}|400|malformed_json",
        "{'patients':[1],'kind':'late','seconds':9}|400|malformed_json",
        "{'ward':'Ward 9','kind':'late','seconds':9}|404|unknown_ward",
        "{'patient':'p-0001','kind':'late','seconds':9,'by':0}|422|parameter_out_of_bounds",
        "{'patient':'p-0001','kind':'late','seconds':9,'by':3601}|422|parameter_out_of_bounds",
        "{'patient':'p-0001','kind':'late','seconds':9,'by':1.5}|400|malformed_json",
        "{'patient':'p-0001','kind':'late','seconds':9,'bpm':150}|422|unknown_parameter",
        "{'patient':'p-0001','kind':'burst','seconds':9,'by':1}|422|unknown_parameter",
        "[]|400|malformed_json",
        "{|400|malformed_json"
      })
  void refusesWhatCannotBeAndStartsNothing(String body, int status, String code) {
    MvcTestResult answer = post(body.replace('\'', '"'));

    assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    assertThat(scenarios.activeAt(START)).isEmpty();
  }

  @Test
  void tellsTheParametersThatHoldAndTheUsualOnes() {
    MvcTestResult answer =
        post(
            "{\"patient\":\"p-0001\",\"kind\":\"flapping\",\"seconds\":30,\"limit\":50,\"by\":null}");

    assertThat(answer)
        .bodyJson()
        .extractingPath("$.parameters")
        .asMap()
        .containsEntry("limit", 50)
        .containsEntry("by", 3)
        .containsEntry("period", 4);
  }

  @Test
  void endsEverythingAtOnce() {
    post("{\"patients\":\"all\",\"kind\":\"signal_loss\",\"seconds\":30}");

    MvcTestResult answer = mvc.delete().uri("/api/v1/scenarios").exchange();

    assertThat(answer).bodyJson().extractingPath("$[*].id").asArray().hasSize(4);
    assertThat(active()).bodyJson().isLenientlyEqualTo("[]");
    assertThat(scenarios.effectOn("p-0001", START).silences()).isFalse();
  }

  private MvcTestResult active() {
    return mvc.get().uri("/api/v1/scenarios").exchange();
  }

  private MvcTestResult post(String patient, String kind, String seconds) {
    return post(
        "{\"patient\":\"%s\",\"kind\":\"%s\",\"seconds\":%s}".formatted(patient, kind, seconds));
  }

  private MvcTestResult post(String body) {
    return mvc.post()
        .uri("/api/v1/scenarios")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }
}
