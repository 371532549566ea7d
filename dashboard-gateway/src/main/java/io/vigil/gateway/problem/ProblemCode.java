package io.vigil.gateway.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The code of a problem that has none of its own: the status in words. */
final class ProblemCode {
  private ProblemCode() {}

  /** For example {@code method_not_allowed}. */
  static String of(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "error" : known.name().toLowerCase(Locale.ROOT);
  }
}
