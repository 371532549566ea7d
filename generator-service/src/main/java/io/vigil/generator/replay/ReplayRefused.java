package io.vigil.generator.replay;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A replay cannot be as it was asked for; answered as a problem document with a code. */
final class ReplayRefused extends ErrorResponseException {
  private ReplayRefused(HttpStatus status, ProblemDetail problem) {
    super(status, problem, null);
  }

  static ReplayRefused nothingToReplay(List<MalformedLine> malformed, int lines) {
    ReplayRefused refused =
        of(HttpStatus.UNPROCESSABLE_CONTENT, "no_readings", "no line is a reading");
    refused.getBody().setProperty("malformedLines", lines);
    refused.getBody().setProperty("malformed", malformed);
    return refused;
  }

  static ReplayRefused unknownAlignment() {
    return of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown_align", "align is one of file, patient");
  }

  static ReplayRefused patientTaken(String patient) {
    return of(HttpStatus.CONFLICT, "patient_taken", patient + " is simulated or replayed already");
  }

  static ReplayRefused unknownReplay() {
    return of(HttpStatus.NOT_FOUND, "unknown_replay", "no replay that goes on has this id");
  }

  static ReplayRefused tooManyReplays(int most) {
    return limit(HttpStatus.CONFLICT, "too_many_replays", "replays_at_once", most);
  }

  static ReplayRefused tooLarge(long bytes) {
    return limit(HttpStatus.CONTENT_TOO_LARGE, "too_large", "replay_bytes", bytes);
  }

  static ReplayRefused tooManyRows(int most) {
    return limit(HttpStatus.CONTENT_TOO_LARGE, "too_many_rows", "replay_rows", most);
  }

  static ReplayRefused tooManyPatients(int most) {
    return limit(HttpStatus.CONTENT_TOO_LARGE, "too_many_patients", "replay_patients", most);
  }

  private static ReplayRefused limit(HttpStatus status, String code, String limit, long most) {
    ReplayRefused refused = of(status, code, "no more than %d are allowed".formatted(most));
    refused.getBody().setProperty("limit", limit);
    return refused;
  }

  private static ReplayRefused of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ReplayRefused(status, problem);
  }
}
