package io.vigil.gateway.history;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers readings of the past, of those whom somebody may see. */
@RestController
class ReadingsController {
  private static final Duration UNLESS_ASKED = Duration.ofHours(1);

  private final History history;
  private final HistoryProperties bounds;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;
  private final Turns turns;

  ReadingsController(
      History history, HistoryProperties bounds, Access access, Audit audit, InstantSource clock) {
    this.history = history;
    this.bounds = bounds;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    this.turns = new Turns(bounds.maxAtOnce(), bounds.maxAtOncePerPerson());
  }

  /** Without a range, the last hour; without {@code points}, each reading. */
  @GetMapping(
      path = "/api/v1/patients/{id}/readings",
      produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", BlocksConverter.MEDIA_TYPE})
  ReadingsAnswer readings(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String vital,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable Integer points,
      @AuthenticationPrincipal SignedIn signedIn,
      HttpServletRequest request) {
    Instant now = clock.instant();
    access.patientSeenBy(signedIn.person(), id, now);
    audit.tell(
        AuditEvent.of("readings_seen")
            .by(signedIn.person().username(), request.getRemoteAddr())
            .ofPatient(id));
    Vital known = Vital.ofCode(vital).orElseThrow(BadQuestion::unknownVital);
    Instant end = to == null ? now : to;
    Instant start = from == null ? end.minus(UNLESS_ASKED) : from;
    check(start, end, points);
    Question question = new Question(id, known, start.toEpochMilli(), end.toEpochMilli());
    Turns.Turn turn = turns.take(signedIn.person().username());
    try {
      return answer(question, points);
    } finally {
      turn.close();
    }
  }

  private void check(Instant from, Instant to, @Nullable Integer points) {
    if (!from.isBefore(to)) {
      throw BadQuestion.emptyRange();
    }
    if (Duration.between(from, to).compareTo(bounds.maxRange()) > 0) {
      throw BadQuestion.rangeTooLong(bounds.maxRange());
    }
    if (points != null && (points < 2 || points > bounds.maxPoints())) {
      throw BadQuestion.pointsOutOfBounds(bounds.maxPoints());
    }
  }

  private ReadingsAnswer answer(Question question, @Nullable Integer points) {
    History.Known known = history.answer(question);
    ReadingColumns all = known.readings();
    ReadingColumns kept = points == null ? all : Downsampling.atMost(points, all);
    return ReadingsAnswer.of(question.patient(), question.vital(), known, kept);
  }
}
