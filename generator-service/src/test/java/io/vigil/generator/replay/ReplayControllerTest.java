package io.vigil.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.MutableClock;
import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.ward.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReplayControllerTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final String TWO_PATIENTS = "a,1000,60\na,2000,61\nb,61000,70\n";

  private final MutableClock clock = new MutableClock(START);
  private final List<String> registered = new ArrayList<>();
  private final Replays replays = ReplaysInTests.none(new Registered());
  private final MockMvcTester mvc =
      MockMvcTester.of(new ReplayController(replays, ReplaysInTests.BOUNDS, clock));

  @Test
  void movesTheFirstRowToNowAndRegistersThePatients() {
    MvcTestResult answer = post("", TWO_PATIENTS);

    assertThat(answer).hasStatus(202);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"patients":2,"readings":3,"startedAt":"2026-11-21T08:00:00Z",
             "endsAt":"2026-11-21T08:01:00Z","malformedLines":0,"malformed":[]}\
            """);
    assertThat(registered).containsExactly("dev-a", "dev-b");
    assertThat(replays.known().get(0).parts().get(1).timeMsAt(0))
        .isEqualTo(START.plusSeconds(60).toEpochMilli());
  }

  @Test
  void letsAllPatientsBeginTogetherIfAsked() {
    assertThat(post("?align=patient", TWO_PATIENTS))
        .bodyJson()
        .extractingPath("$.endsAt")
        .isEqualTo("2026-11-21T08:00:01Z");
  }

  @Test
  void takesABodyThatCurlSendsAsAForm() {
    MvcTestResult answer =
        mvc.post()
            .uri("/api/v1/replays")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .content(TWO_PATIENTS)
            .exchange();

    assertThat(answer).hasStatus(202);
  }

  @Test
  void tellsTheLinesThatItLeftOut() {
    assertThat(post("", "a,1000,60\nnonsense\na,2000,61\n"))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"malformedLines\":1,\"malformed\":[{\"line\":2,\"code\":\"not_three_columns\"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|422|no_readings",
        "''|nonsense|422|no_readings",
        "?align=moon|a,1,60|422|unknown_align",
        "''|p-0001,1,60|409|patient_taken"
      })
  void refusesWithAProblemThatNamesTheReason(String query, String csv, int status, String code) {
    MvcTestResult answer = post(query, csv);

    assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    assertThat(registered).isEmpty();
  }

  @Test
  void namesTheLimitThatWasReached() {
    MvcTestResult answer = post("", "a,1,60\n".repeat(101));

    assertThat(answer).hasStatus(413);
    assertThat(answer).bodyJson().extractingPath("$.limit").isEqualTo("replay_rows");
  }

  @Test
  void playsAPatientOnceAtATimeAndOnlySoManyReplays() {
    post("", "a,0,60\na,9000,60\n");

    assertThat(post("", "a,0,60\n")).hasStatus(409);
    assertThat(post("", "b,0,60\nb,9000,60\n")).hasStatus(202);
    assertThat(post("", "c,0,60\n"))
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("too_many_replays");
    clock.advance(Duration.ofSeconds(10));
    assertThat(post("", "a,0,60\n")).hasStatus(202);
  }

  @Test
  void listsAndStops() {
    post("", "a,0,60\na,9000,60\n");
    String id = replays.known().get(0).id();
    assertThat(mvc.get().uri("/api/v1/replays"))
        .bodyJson()
        .extractingPath("$[*].id")
        .asArray()
        .containsExactly(id);

    assertThat(mvc.delete().uri("/api/v1/replays/" + id)).hasStatus(200);

    assertThat(mvc.get().uri("/api/v1/replays")).bodyJson().isStrictlyEqualTo("[]");
    assertThat(mvc.delete().uri("/api/v1/replays/" + id)).hasStatus(404);
  }

  private MvcTestResult post(String query, String csv) {
    return mvc.post()
        .uri("/api/v1/replays" + query)
        .contentType("text/csv")
        .content(csv)
        .exchange();
  }

  /** Notes who was to be registered. */
  private final class Registered implements DeviceAccess {
    @Override
    public Optional<String> tokenOf(String device) {
      return Optional.empty();
    }

    @Override
    public void register(Device device) {
      registered.add(device.id());
    }

    @Override
    public void renew(Device device) {}
  }
}
