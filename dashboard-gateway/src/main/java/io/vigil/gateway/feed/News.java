package io.vigil.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigil.gateway.pause.PauseNow;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.registry.Grant;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a patient.
 *
 * @param cursor its place among all news, the same on every instance
 * @param kind {@code alert}, {@code pause}, {@code resume}, {@code limits} or {@code access}
 * @param by who did it, where somebody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record News(
    NewsCursor cursor,
    Instant time,
    String patient,
    String kind,
    @Nullable String by,
    @Nullable Alert alert,
    @Nullable PauseNow pause,
    @Nullable Limits limits,
    @Nullable String reason) {

  static News of(Alert alert) {
    NewsCursor cursor = new NewsCursor(alert.time(), alert.id() + "-" + alert.revision());
    return new News(
        cursor, alert.time(), alert.patient(), "alert", alert.by(), alert, null, null, null);
  }

  /** An acknowledgement is no news by itself: the alert that confirms it is. */
  static Optional<News> of(AlertCommand command) {
    if (command instanceof Pause pause) {
      return Optional.of(of(pause, "pause", PauseNow.of(pause), null));
    }
    if (command instanceof Resume resume) {
      return Optional.of(of(resume, "resume", null, null));
    }
    if (command instanceof LimitsChange change) {
      return Optional.of(of(change, "limits", null, change.limits()));
    }
    return Optional.empty();
  }

  private static News of(
      AlertCommand command, String kind, @Nullable PauseNow pause, @Nullable Limits limits) {
    NewsCursor cursor = new NewsCursor(command.at(), kind + "-" + command.patient());
    return new News(
        cursor, command.at(), command.patient(), kind, command.by(), null, pause, limits, null);
  }

  /** Somebody broke the glass at this time. */
  static News ofGlass(Grant grant, Instant at) {
    NewsCursor cursor = new NewsCursor(at, "access-" + grant.patient() + "-" + grant.user());
    return new News(
        cursor, at, grant.patient(), "access", grant.user(), null, null, null, grant.reason());
  }
}
