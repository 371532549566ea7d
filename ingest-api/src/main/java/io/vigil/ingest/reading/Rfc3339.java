package io.vigil.ingest.reading;

/**
 * Reads a time of RFC 3339, such as {@code 2026-11-21T08:00:00.250Z} or {@code
 * 2026-11-21T09:00:00+01:00}. By hand, straight from the parser's characters: it is done for every
 * reading, and {@code DateTimeFormatter} costs as much as all the rest of the parsing.
 *
 * <p>Digits beyond milliseconds are cut off. A leap second, 23:59:60 UTC, is read as the second
 * that follows it, as POSIX counts.
 */
final class Rfc3339 {
  /** Stands for a text that is no such time; earlier than any that is. */
  static final long MALFORMED = Long.MIN_VALUE;

  private static final int SHORTEST = "2026-11-21T08:00:00Z".length();
  private static final int FRACTION_AT = "2026-11-21T08:00:00".length();
  private static final int OFFSET_LENGTH = "+01:00".length();
  private static final int MINUTES_OF_DAY = 24 * 60;

  private Rfc3339() {}

  /** Milliseconds since 1970, or {@link #MALFORMED}. */
  static long epochMs(char[] text, int at, int length) {
    if (length < SHORTEST || !hasMarks(text, at)) {
      return MALFORMED;
    }
    int year = number(text, at, 2) * 100 + number(text, at + 2, 2);
    int month = number(text, at + 5, 2);
    int day = number(text, at + 8, 2);
    int hour = number(text, at + 11, 2);
    int minute = number(text, at + 14, 2);
    int second = number(text, at + 17, 2);
    boolean digits = number(text, at, 2) >= 0 && number(text, at + 2, 2) >= 0;
    if (!digits || !isDate(year, month, day) || !isTime(hour, minute, second)) {
      return MALFORMED;
    }
    int end = at + length;
    int offsetAt = endOfFraction(text, at + FRACTION_AT, end);
    int offset = offsetMinutes(text, offsetAt, end);
    if (offset == Integer.MIN_VALUE) {
      return MALFORMED;
    }
    int minuteOfDay = hour * 60 + minute - offset;
    if (second == 60 && Math.floorMod(minuteOfDay, MINUTES_OF_DAY) != MINUTES_OF_DAY - 1) {
      return MALFORMED;
    }
    long minutes = epochDay(year, month, day) * MINUTES_OF_DAY + minuteOfDay;
    return (minutes * 60 + second) * 1000 + millis(text, at + FRACTION_AT, offsetAt);
  }

  private static boolean hasMarks(char[] text, int at) {
    return text[at + 4] == '-'
        && text[at + 7] == '-'
        && (text[at + 10] | 0x20) == 't'
        && text[at + 13] == ':'
        && text[at + 16] == ':';
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  }

  private static boolean isTime(int hour, int minute, int second) {
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
  }

  private static int daysOf(int year, int month) {
    if (month == 2) {
      boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /**
   * Days since 1970 in the Gregorian calendar, years counted from March so that leap days end them.
   */
  private static long epochDay(int year, int month, int day) {
    long y = month <= 2 ? year - 1 : year;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    long dayOfYear = (153L * monthFromMarch + 2) / 5 + day - 1;
    return y * 365
        + Math.floorDiv(y, 4)
        - Math.floorDiv(y, 100)
        + Math.floorDiv(y, 400)
        + dayOfYear
        - 719_468;
  }

  /** Where the fraction that may begin here ends; {@code from} if none does or it has no digit. */
  private static int endOfFraction(char[] text, int from, int end) {
    if (text[from] != '.') {
      return from;
    }
    int i = from + 1;
    while (i < end && isDigit(text[i])) {
      i++;
    }
    return i == from + 1 ? from : i;
  }

  private static int millis(char[] text, int from, int to) {
    int millis = 0;
    for (int i = 1; i <= 3; i++) {
      millis = millis * 10 + (from + i < to ? text[from + i] - '0' : 0);
    }
    return millis;
  }

  /** Minutes ahead of UTC, or {@code Integer.MIN_VALUE} if this is no offset to the text's end. */
  private static int offsetMinutes(char[] text, int at, int end) {
    if (at + 1 == end && (text[at] | 0x20) == 'z') {
      return 0;
    }
    if (at + OFFSET_LENGTH != end || text[at + 3] != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, at + 1, 2);
    int minutes = number(text, at + 4, 2);
    boolean signed = text[at] == '+' || text[at] == '-';
    if (!signed || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int offset = hours * 60 + minutes;
    return text[at] == '-' ? -offset : offset;
  }

  /** The number of so many digits, or one below zero where something else is among them. */
  private static int number(char[] text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      if (!isDigit(text[i])) {
        return -1;
      }
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
