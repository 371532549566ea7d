package io.vigil.storage.record;

import java.util.Locale;

/** Why a record, or a part of it, cannot be stored. */
public enum RejectReason {
  /** The value is no Readings message, or there is none. */
  MALFORMED,
  /** The key is not the message's patient. */
  WRONG_KEY,
  /** The patient's id is none. */
  INVALID_PATIENT,
  /** A vital that this version does not know. */
  UNKNOWN_VITAL,
  /** An event time before 1970 or after 2200. */
  TIME_OUT_OF_RANGE;

  /** The name in metrics and headers, for example {@code unknown_vital}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
