package io.vigil.generator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.MutableClock;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.time.Instant;
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
  @ValueSource(strings = {"tachycardia", "bradycardia", "signal_loss"})
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
        scenarios.start("p-0001", ScenarioKind.SIGNAL_LOSS, Duration.ofSeconds(60), START);
    clock.advance(Duration.ofSeconds(5));

    MvcTestResult answer = mvc.delete().uri("/api/v1/scenarios/" + loss.id()).exchange();

    assertThat(answer).hasStatus(200);
    assertThat(answer).bodyJson().extractingPath("$.seconds").isEqualTo(5);
    assertThat(scenarios.silences("p-0001", START.plusSeconds(4))).isTrue();
    assertThat(scenarios.silences("p-0001", START.plusSeconds(5))).isFalse();
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
    assertThat(scenarios.courseOf("p-0001")).isPresent();

    clock.advance(Duration.ofSeconds(1));
    assertThat(active()).hasStatusOk();
    assertThat(scenarios.courseOf("p-0001")).isEmpty();
  }

  private MvcTestResult active() {
    return mvc.get().uri("/api/v1/scenarios").exchange();
  }

  private MvcTestResult post(String patient, String kind, String seconds) {
    return mvc.post()
        .uri("/api/v1/scenarios")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            "{\"patient\":\"%s\",\"kind\":\"%s\",\"seconds\":%s}".formatted(patient, kind, seconds))
        .exchange();
  }
}
