package io.vigil.ingest.reading;

/**
 * Reads the text of a JSON number, whose grammar the parser has checked already, as an integer. By
 * hand, since a number of a million digits takes BigDecimal minutes and this a millisecond.
 */
final class JsonNumber {
  /** The number is larger than any that is of use. */
  static final long TOO_LARGE = Long.MAX_VALUE;

  /** The number is smaller than any that is of use; see also {@link Rfc3339#MALFORMED}. */
  static final long TOO_SMALL = -Long.MAX_VALUE;

  private static final int HUNDREDTHS_DIGITS = 9;
  private static final int WHOLE_DIGITS = 18;
  private static final long EXPONENT_LIMIT = 1_000_000_000;

  private JsonNumber() {}

  /**
   * A hundred times the number, rounded half up (away from zero); {@link #TOO_LARGE} or {@link
   * #TOO_SMALL} where that has ten digits or more.
   */
  static long hundredths(char[] text, int offset, int length) {
    int end = offset + length;
    boolean negative = text[offset] == '-';
    int mantissaEnd = endOfMantissa(text, offset, end);
    int point = indexOf('.', text, offset, mantissaEnd);
    int first = firstSignificant(text, negative ? offset + 1 : offset, mantissaEnd);
    if (first == mantissaEnd) {
      return 0;
    }
    long before = first < point ? point - first : point + 1 - first;
    long digits = before + exponent(text, mantissaEnd, end) + 2;
    if (digits > HUNDREDTHS_DIGITS) {
      return negative ? TOO_SMALL : TOO_LARGE;
    }
    long magnitude = digits < 0 ? 0 : rounded(text, first, mantissaEnd, (int) digits);
    return negative ? -magnitude : magnitude;
  }

  /**
   * The number, which has neither fraction nor exponent; {@link #TOO_LARGE} or {@link #TOO_SMALL}
   * where it has more than 18 digits.
   */
  static long whole(char[] text, int offset, int length) {
    boolean negative = text[offset] == '-';
    int from = negative ? offset + 1 : offset;
    int end = offset + length;
    if (end - from > WHOLE_DIGITS) {
      return negative ? TOO_SMALL : TOO_LARGE;
    }
    long number = 0;
    for (int i = from; i < end; i++) {
      number = number * 10 + (text[i] - '0');
    }
    return negative ? -number : number;
  }

  private static int endOfMantissa(char[] text, int from, int to) {
    return Math.min(indexOf('e', text, from, to), indexOf('E', text, from, to));
  }

  private static int firstSignificant(char[] text, int from, int to) {
    int i = from;
    while (i < to && (text[i] == '0' || text[i] == '.')) {
      i++;
    }
    return i;
  }

  /** The exponent that begins at {@code from}, 0 where none does, cut off at a thousand million. */
  private static long exponent(char[] text, int from, int to) {
    if (from == to) {
      return 0;
    }
    char sign = text[from + 1];
    long exponent = 0;
    for (int i = sign == '-' || sign == '+' ? from + 2 : from + 1; i < to; i++) {
      exponent = Math.min(exponent * 10 + (text[i] - '0'), EXPONENT_LIMIT);
    }
    return sign == '-' ? -exponent : exponent;
  }

  /** The first so many digits as a number, zeros where there are fewer, rounded by the next. */
  private static long rounded(char[] text, int from, int to, int digits) {
    long number = 0;
    int taken = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == '.') {
        continue;
      }
      if (taken == digits) {
        return text[i] >= '5' ? number + 1 : number;
      }
      number = number * 10 + (text[i] - '0');
      taken++;
    }
    for (; taken < digits; taken++) {
      number *= 10;
    }
    return number;
  }

  private static int indexOf(char wanted, char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return to;
  }
}
