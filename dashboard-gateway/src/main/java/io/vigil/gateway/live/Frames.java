package io.vigil.gateway.live;

import io.vigil.gateway.episode.Episodes;
import io.vigil.gateway.pause.PauseNow;
import io.vigil.gateway.pause.Pauses;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.ward.LatestReading;
import io.vigil.gateway.ward.LatestReadings;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.vital.Vital;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the frames that clients get. */
@Component
class Frames {
  private static final String READINGS = "{\"type\":\"readings\",\"cursor\":\"";

  private final JsonMapper json;
  private final LatestReadings latest;
  private final Episodes episodes;
  private final Pauses pauses;
  private final InstantSource clock;

  Frames(
      JsonMapper json,
      LatestReadings latest,
      Episodes episodes,
      Pauses pauses,
      InstantSource clock) {
    this.json = json;
    this.pauses = pauses;
    this.clock = clock;
    this.latest = latest;
    this.episodes = episodes;
  }

  private record Welcome(String type, String session, long heartbeatSeconds) {}

  private record PatientSnapshot(
      String id, List<LatestReading> latest, List<Alert> alerts, @Nullable PauseNow pause) {}

  private record Paused(String type, String patient, @Nullable PauseNow pause) {}

  private record LimitsChanged(String type, String patient, String by, Instant at) {}

  private record Patients(String type, Collection<String> patients) {}

  private record Problem(String type, String code, String detail) {}

  private record BrokenGlass(
      String type, String patient, String user, @Nullable Instant until, @Nullable String reason) {}

  private record Gap(String type, String patient, long from, long to, String reason) {}

  Frame welcome(String session, Duration heartbeat) {
    return text(new Welcome("welcome", session, heartbeat.toSeconds()));
  }

  /**
   * How these patients are, and what is active about no single patient but concerns the session.
   *
   * @param sees whether the session follows a patient
   */
  Frame snapshot(Collection<String> patients, Predicate<String> sees, Cursor at) {
    Instant now = clock.instant();
    List<PatientSnapshot> snapshots =
        patients.stream()
            .map(
                id ->
                    new PatientSnapshot(
                        id,
                        latest.of(id),
                        episodes.activeAlerts(id),
                        pauses.of(id, now).orElse(null)))
            .toList();
    return new Frame(
        null,
        "{\"type\":\"snapshot\",\"patients\":"
            + json.writeValueAsString(snapshots)
            + ",\"alerts\":"
            + json.writeValueAsString(episodes.activeSharedAlerts(sees))
            + ",\"cursor\":\"",
        at,
        "\"}");
  }

  /** What is active that concerns everybody. */
  List<Frame> concerningAll(Cursor at) {
    return episodes.activeSharedAlerts(patient -> false).stream()
        .map(alert -> alert(alert, at))
        .toList();
  }

  /** The part of an alert frame that is the same for all sessions. */
  Frame alert(Alert alert, Cursor at) {
    return new Frame(
        alert.patient(),
        "{\"type\":\"alert\",\"cursor\":\"",
        at,
        "\",\"alert\":" + json.writeValueAsString(alert) + "}");
  }

  /** What a command changes at once for those who look on; an acknowledgement the alert tells. */
  Optional<Frame> command(AlertCommand command) {
    if (command instanceof Pause pause) {
      return Optional.of(text(new Paused("pause", pause.patient(), PauseNow.of(pause))));
    }
    if (command instanceof Resume resume) {
      return Optional.of(text(new Paused("pause", resume.patient(), null)));
    }
    if (command instanceof LimitsChange change) {
      return Optional.of(
          text(new LimitsChanged("limits", change.patient(), change.by(), change.at())));
    }
    return Optional.empty();
  }

  /** Somebody has broken the glass of this patient. */
  Frame access(Grant grant) {
    return text(
        new BrokenGlass("access", grant.patient(), grant.user(), grant.until(), grant.reason()));
  }

  Frame revoked(Collection<String> patients) {
    return text(new Patients("revoked", patients));
  }

  Frame error(String code, String detail) {
    return text(new Problem("error", code, detail));
  }

  /** What a session did not get between these times, in milliseconds, the second not included. */
  Frame gap(String patient, long from, long to, String reason) {
    return text(new Gap("gap", patient, from, to, reason));
  }

  private Frame text(Object frame) {
    return Frame.of(json.writeValueAsString(frame));
  }

  /** One entry of a readings frame; ids need no escaping in JSON. */
  static String reading(String patient, LiveReading reading) {
    return "[\""
        + patient
        + "\",\""
        + reading.vital().code()
        + "\","
        + reading.timeMs()
        + ','
        + Vital.decimal(reading.valueHundredths()).toPlainString()
        + ']';
  }

  static String readings(Cursor cursor, List<WaitingReading> readings) {
    StringBuilder frame = new StringBuilder(READINGS).append(cursor.text());
    return appendReadings(readings, frame).toString();
  }

  /** Readings of one patient, which go before whatever else waits. */
  Frame readings(String patient, List<WaitingReading> readings, Cursor at) {
    String tail = appendReadings(readings, new StringBuilder()).toString();
    return new Frame(patient, READINGS, at, tail);
  }

  /** Everything behind the cursor. */
  private static StringBuilder appendReadings(List<WaitingReading> readings, StringBuilder to) {
    to.ensureCapacity(to.length() + 16 + 48 * readings.size());
    to.append("\",\"readings\":[");
    for (int i = 0; i < readings.size(); i++) {
      to.append(i == 0 ? "" : ",").append(readings.get(i).json());
    }
    return to.append("]}");
  }

  static String heartbeat(Cursor cursor, long watermarkMs, long lagMs) {
    return "{\"type\":\"heartbeat\",\"cursor\":\""
        + cursor.text()
        + "\",\"watermark\":"
        + watermarkMs
        + ",\"lagMs\":"
        + lagMs
        + "}";
  }
}
