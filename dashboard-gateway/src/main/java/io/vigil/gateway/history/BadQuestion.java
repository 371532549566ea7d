package io.vigil.gateway.history;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A question that cannot be answered as it is put. */
final class BadQuestion extends Refused {
  private static final long serialVersionUID = 1L;

  private BadQuestion(String code, String detail) {
    super(HttpStatus.BAD_REQUEST, code, detail);
  }

  static BadQuestion unknownVital() {
    return new BadQuestion("unknown_vital", "vital has to be the code of a vital that we know");
  }

  static BadQuestion emptyRange() {
    return new BadQuestion("empty_range", "from has to be before to");
  }

  static BadQuestion rangeTooLong(Duration max) {
    BadQuestion refusal =
        new BadQuestion(
            "range_too_long",
            "from and to can be " + max.toHours() + " hours apart at most; ask in pieces");
    refusal.limit("range " + max.toHours() + " h");
    return refusal;
  }

  static BadQuestion pointsOutOfBounds(int max) {
    BadQuestion refusal = new BadQuestion("points_out_of_bounds", "points can be 2 to " + max);
    refusal.limit("points 2 to " + max);
    return refusal;
  }
}
