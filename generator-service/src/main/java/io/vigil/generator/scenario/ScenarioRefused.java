package io.vigil.generator.scenario;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A scenario cannot be as it was asked for; answered as a problem document with a code. */
final class ScenarioRefused extends ErrorResponseException {
  private ScenarioRefused(HttpStatus status, String code, String detail) {
    super(status, problem(status, code, detail), null);
  }

  static ScenarioRefused unknownPatient() {
    return new ScenarioRefused(
        HttpStatus.NOT_FOUND, "unknown_patient", "no simulated patient has this id");
  }

  static ScenarioRefused unknownScenario() {
    return new ScenarioRefused(
        HttpStatus.NOT_FOUND, "unknown_scenario", "no active scenario has this id");
  }

  static ScenarioRefused unknownKind() {
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "unknown_kind",
        "kind is one of tachycardia, bradycardia, signal_loss");
  }

  static ScenarioRefused secondsOutOfBounds(long longest) {
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "seconds_out_of_bounds",
        "seconds is a whole number from 1 to " + longest);
  }

  static ScenarioRefused malformedJson() {
    return new ScenarioRefused(
        HttpStatus.BAD_REQUEST, "malformed_json", "the body is not JSON of the expected form");
  }

  private static ProblemDetail problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return problem;
  }
}
