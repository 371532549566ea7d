package io.vigil.generator.scenario;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A scenario cannot be as it was asked for; answered as a problem document with a code. */
final class ScenarioRefused extends ErrorResponseException {
  private static final int LONGEST_NAME = 40;

  private ScenarioRefused(HttpStatus status, String code, String detail) {
    super(status, problem(status, code, detail), null);
  }

  static ScenarioRefused unknownPatient() {
    return new ScenarioRefused(
        HttpStatus.NOT_FOUND, "unknown_patient", "no simulated patient has this id");
  }

  static ScenarioRefused unknownPatient(String id) {
    return new ScenarioRefused(
        HttpStatus.NOT_FOUND, "unknown_patient", "no simulated patient has the id " + cut(id));
  }

  static ScenarioRefused unknownWard() {
    return new ScenarioRefused(
        HttpStatus.NOT_FOUND, "unknown_ward", "no simulated patient lies in this ward");
  }

  static ScenarioRefused oneOfPatientPatientsAndWard() {
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "one_of_patient_patients_ward",
        "say one of patient, patients (a list of ids, one at least, or \"all\") and ward");
  }

  static ScenarioRefused unknownScenario() {
    return new ScenarioRefused(
        HttpStatus.NOT_FOUND, "unknown_scenario", "no active scenario has this id");
  }

  static ScenarioRefused unknownKind() {
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT, "unknown_kind", "kind is one of " + ScenarioKind.codes());
  }

  static ScenarioRefused secondsOutOfBounds(long longest) {
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "seconds_out_of_bounds",
        "seconds is a whole number from 1 to " + longest);
  }

  static ScenarioRefused parameterOutOfBounds(Parameter parameter) {
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "parameter_out_of_bounds",
        "%s is a whole number from %d to %d"
            .formatted(parameter.name(), parameter.least(), parameter.most()));
  }

  static ScenarioRefused unknownParameter(String kind, String name, Set<String> known) {
    String has = known.isEmpty() ? "no parameters" : "the parameters " + String.join(", ", known);
    return new ScenarioRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "unknown_parameter",
        "%s has %s, not %s".formatted(kind, has, cut(name)));
  }

  static ScenarioRefused notAWholeNumber(String name) {
    return new ScenarioRefused(
        HttpStatus.BAD_REQUEST, "malformed_json", cut(name) + " has to be a whole number");
  }

  static ScenarioRefused malformedJson() {
    return new ScenarioRefused(
        HttpStatus.BAD_REQUEST, "malformed_json", "the body is not JSON of the expected form");
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private static ProblemDetail problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return problem;
  }
}
