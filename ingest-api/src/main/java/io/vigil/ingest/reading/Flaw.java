package io.vigil.ingest.reading;

import io.vigil.schema.vital.Vital;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a reading, and what would be right. The details are constants: nothing that a
 * client sent is ever said back, so no value can reach a log by this way.
 *
 * @param code for programs
 * @param detail for people
 */
public record Flaw(RejectionCode code, String detail) {
  private static final String VITALS =
      Stream.of(Vital.values()).map(Vital::code).collect(Collectors.joining(", "));
  private static final Map<Vital, Flaw> IMPLAUSIBLE = implausible();

  static final Flaw NOT_AN_OBJECT =
      new Flaw(
          RejectionCode.NOT_A_READING,
          "a reading is a JSON object with `vital`, `time` and `value`");
  static final Flaw GIVEN_TWICE =
      new Flaw(RejectionCode.NOT_A_READING, "a member of the object is given twice");
  static final Flaw SEQ_MALFORMED =
      new Flaw(
          RejectionCode.NOT_A_READING, "`seq` is to be a whole number from 0 to " + Long.MAX_VALUE);

  static final Flaw LINE_MALFORMED =
      new Flaw(RejectionCode.MALFORMED_JSON, "the line is not one JSON object in UTF-8");

  static final Flaw PATIENT_OF_ANOTHER =
      new Flaw(RejectionCode.UNKNOWN_PATIENT, "this device does not push for that patient");
  static final Flaw PATIENT_NOT_ADMITTED =
      new Flaw(RejectionCode.UNKNOWN_PATIENT, "the patient is not admitted");
  static final Flaw PATIENT_NOT_NAMED =
      new Flaw(
          RejectionCode.UNKNOWN_PATIENT,
          "`patient` may be left out only where the device pushes for exactly one patient");
  static final Flaw PATIENT_NOT_TEXT =
      new Flaw(RejectionCode.UNKNOWN_PATIENT, "`patient` is to be a string");

  static final Flaw VITAL_UNKNOWN =
      new Flaw(RejectionCode.UNKNOWN_VITAL, "`vital` is to be one of " + VITALS);

  static final Flaw VALUE_MISSING =
      new Flaw(RejectionCode.VALUE_MISSING, "`value` is to be a number");
  static final Flaw VALUE_NOT_A_NUMBER =
      new Flaw(RejectionCode.VALUE_NOT_A_NUMBER, "`value` is to be a JSON number, unquoted");

  static final Flaw TIME_MISSING =
      new Flaw(
          RejectionCode.TIME_MISSING,
          "`time` is to be a time of RFC 3339 or milliseconds since 1970");
  static final Flaw TIME_MALFORMED =
      new Flaw(
          RejectionCode.TIME_MALFORMED,
          "`time` is to be a time of RFC 3339 such as 2026-11-21T08:00:00.250Z,"
              + " or whole milliseconds since 1970");
  static final Flaw TIME_IN_FUTURE =
      new Flaw(
          RejectionCode.TIME_IN_FUTURE,
          "`time` is more than 60 s ahead of our clock; numbers are milliseconds since 1970");
  static final Flaw TIME_TOO_OLD =
      new Flaw(
          RejectionCode.TIME_TOO_OLD,
          "`time` is more than 7 days ago; numbers are milliseconds since 1970");

  static final Flaw TOO_MANY_READINGS =
      new Flaw(
          RejectionCode.TOO_MANY_READINGS,
          "the request holds more readings than one may; send the rest in another");

  static Flaw implausible(Vital vital) {
    return IMPLAUSIBLE.getOrDefault(vital, VALUE_NOT_A_NUMBER);
  }

  private static Map<Vital, Flaw> implausible() {
    Map<Vital, Flaw> flaws = new EnumMap<>(Vital.class);
    for (Vital vital : Vital.values()) {
      String range =
          "%s is plausible from %s to %s %s"
              .formatted(
                  vital.code(),
                  Vital.decimal(vital.minHundredths()),
                  Vital.decimal(vital.maxHundredths()),
                  vital.unit());
      flaws.put(vital, new Flaw(RejectionCode.VALUE_IMPLAUSIBLE, range));
    }
    return flaws;
  }
}
