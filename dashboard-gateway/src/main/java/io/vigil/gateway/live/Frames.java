package io.vigil.gateway.live;

import io.vigil.gateway.episode.Episodes;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.ward.LatestReading;
import io.vigil.gateway.ward.LatestReadings;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.vital.Vital;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the frames that clients get. */
@Component
class Frames {
  private final JsonMapper json;
  private final LatestReadings latest;
  private final Episodes episodes;

  Frames(JsonMapper json, LatestReadings latest, Episodes episodes) {
    this.json = json;
    this.latest = latest;
    this.episodes = episodes;
  }

  private record Welcome(String type, String session, long heartbeatSeconds) {}

  private record PatientSnapshot(String id, List<LatestReading> latest, List<Alert> alerts) {}

  private record Patients(String type, Collection<String> patients) {}

  private record Problem(String type, String code, String detail) {}

  private record Gap(String type, String patient, long from, long to, String reason) {}

  Frame welcome(String session, Duration heartbeat) {
    return text(new Welcome("welcome", session, heartbeat.toSeconds()));
  }

  Frame snapshot(Collection<String> patients, Cursor at) {
    List<PatientSnapshot> snapshots =
        patients.stream()
            .map(id -> new PatientSnapshot(id, latest.of(id), episodes.activeAlerts(id)))
            .toList();
    return new Frame(
        null,
        "{\"type\":\"snapshot\",\"patients\":"
            + json.writeValueAsString(snapshots)
            + ",\"cursor\":\"",
        at,
        "\"}");
  }

  /** The part of an alert frame that is the same for all sessions. */
  Frame alert(Alert alert, Cursor at) {
    return new Frame(
        alert.patient(),
        "{\"type\":\"alert\",\"cursor\":\"",
        at,
        "\",\"alert\":" + json.writeValueAsString(alert) + "}");
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
    StringBuilder frame =
        new StringBuilder(64 + 48 * readings.size())
            .append("{\"type\":\"readings\",\"cursor\":\"")
            .append(cursor.text())
            .append("\",\"readings\":[");
    for (int i = 0; i < readings.size(); i++) {
      frame.append(i == 0 ? "" : ",").append(readings.get(i).json());
    }
    return frame.append("]}").toString();
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
