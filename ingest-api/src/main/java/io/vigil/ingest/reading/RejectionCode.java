package io.vigil.ingest.reading;

import java.util.Locale;

/** Why a reading was refused, as clients see it; where several apply, the first one counts. */
public enum RejectionCode {
  NOT_A_READING,
  MALFORMED_JSON,
  UNKNOWN_PATIENT,
  UNKNOWN_VITAL,
  VALUE_MISSING,
  VALUE_NOT_A_NUMBER,
  VALUE_IMPLAUSIBLE,
  TIME_MISSING,
  TIME_MALFORMED,
  TIME_IN_FUTURE,
  TIME_TOO_OLD,
  TOO_MANY_READINGS;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As it stands in an answer, for example {@code time_too_old}. */
  public String code() {
    return code;
  }
}
