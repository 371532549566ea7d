package io.vigil.ingest.reading;

import io.vigil.schema.vital.Vital;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One JSON object as far as it could be read as a reading: takes everything in first, and judges
 * afterwards, so that the reason given does not depend on the order of the members. Used again for
 * the next object.
 */
final class ReadingDraft {
  private static final long AHEAD_AT_MOST_MS = 60_000;
  private static final long OLD_AT_MOST_MS = 7 * 24 * 3_600_000L;
  private static final int PATIENT = 1;
  private static final int VITAL = 1 << 1;
  private static final int VALUE = 1 << 2;
  private static final int TIME = 1 << 3;
  private static final int SEQ = 1 << 4;

  private int seen;
  private @Nullable Set<String> othersSeen;
  private @Nullable String patient;
  private @Nullable Vital vital;
  private long value;
  private long timeMs;
  private long seq;
  private @Nullable Flaw object;
  private @Nullable Flaw patientFlaw;
  private @Nullable Flaw valueFlaw;
  private @Nullable Flaw timeFlaw;

  /** Takes in the object at whose start the parser stands, to its end. */
  void read(JsonParser json) {
    clear();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "patient" -> readPatient(json, token);
        case "vital" -> readVital(json, token);
        case "value" -> readValue(json, token);
        case "time" -> readTime(json, token);
        case "seq" -> readSeq(json, token);
        default -> see(name);
      }
      json.skipChildren();
    }
  }

  private void clear() {
    seen = 0;
    othersSeen = null;
    patient = null;
    vital = null;
    seq = -1;
    object = null;
    patientFlaw = null;
    valueFlaw = Flaw.VALUE_MISSING;
    timeFlaw = Flaw.TIME_MISSING;
  }

  private void readPatient(JsonParser json, JsonToken token) {
    see(PATIENT);
    if (token == JsonToken.VALUE_STRING) {
      patient = json.getString();
    } else if (token != JsonToken.VALUE_NULL) {
      patientFlaw = Flaw.PATIENT_NOT_TEXT;
    }
  }

  private void readVital(JsonParser json, JsonToken token) {
    see(VITAL);
    vital = token == JsonToken.VALUE_STRING ? Vital.ofCode(json.getString()).orElse(null) : null;
  }

  private void readValue(JsonParser json, JsonToken token) {
    see(VALUE);
    if (token.isNumeric()) {
      valueFlaw = null;
      value =
          JsonNumber.hundredths(
              json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    } else {
      valueFlaw = token == JsonToken.VALUE_NULL ? Flaw.VALUE_MISSING : Flaw.VALUE_NOT_A_NUMBER;
    }
  }

  private void readTime(JsonParser json, JsonToken token) {
    see(TIME);
    timeFlaw = null;
    if (token == JsonToken.VALUE_STRING) {
      timeMs =
          Rfc3339.epochMs(
              json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
      timeFlaw = timeMs == Rfc3339.MALFORMED ? Flaw.TIME_MALFORMED : null;
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      timeMs =
          JsonNumber.whole(
              json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    } else {
      timeFlaw = token == JsonToken.VALUE_NULL ? Flaw.TIME_MISSING : Flaw.TIME_MALFORMED;
    }
  }

  private void readSeq(JsonParser json, JsonToken token) {
    see(SEQ);
    if (token == JsonToken.VALUE_NUMBER_INT) {
      seq =
          JsonNumber.whole(
              json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }
    boolean countable = seq >= 0 && seq != JsonNumber.TOO_LARGE;
    if (!countable && token != JsonToken.VALUE_NULL) {
      object = Flaw.SEQ_MALFORMED;
    }
  }

  private void see(int member) {
    if ((seen & member) != 0) {
      object = Flaw.GIVEN_TWICE;
    }
    seen |= member;
  }

  private void see(String name) {
    if (othersSeen == null) {
      othersSeen = new HashSet<>(4);
    }
    if (!othersSeen.add(name)) {
      object = Flaw.GIVEN_TWICE;
    }
  }

  /**
   * What is wrong with it, or null if it is acceptable.
   *
   * @param nowMs when the request was taken, in milliseconds since 1970
   */
  @Nullable Flaw judge(PatientScope scope, long nowMs) {
    if (object != null) {
      return object;
    }
    Flaw ofPatient = judgePatient(scope);
    if (ofPatient != null) {
      return ofPatient;
    }
    if (vital == null) {
      return Flaw.VITAL_UNKNOWN;
    }
    if (valueFlaw != null) {
      return valueFlaw;
    }
    if (!vital.isPlausible(value)) {
      return Flaw.implausible(vital);
    }
    return timeFlaw != null ? timeFlaw : judgeTime(nowMs);
  }

  private @Nullable Flaw judgePatient(PatientScope scope) {
    if (patientFlaw != null) {
      return patientFlaw;
    }
    if (patient == null) {
      patient = scope.onlyPatient();
    }
    if (patient == null) {
      return Flaw.PATIENT_NOT_NAMED;
    }
    if (!scope.covers(patient)) {
      return Flaw.PATIENT_OF_ANOTHER;
    }
    return scope.isAdmitted(patient) ? null : Flaw.PATIENT_NOT_ADMITTED;
  }

  private @Nullable Flaw judgeTime(long nowMs) {
    if (timeMs > nowMs + AHEAD_AT_MOST_MS) {
      return Flaw.TIME_IN_FUTURE;
    }
    return timeMs < nowMs - OLD_AT_MOST_MS ? Flaw.TIME_TOO_OLD : null;
  }

  @Nullable String patient() {
    return patient;
  }

  @Nullable Vital vital() {
    return vital;
  }

  /** Fits where {@link #judge} found it plausible. */
  int valueHundredths() {
    return (int) value;
  }

  long eventTimeMs() {
    return timeMs;
  }

  boolean hasSeq() {
    return seq >= 0;
  }

  long seq() {
    return seq;
  }
}
