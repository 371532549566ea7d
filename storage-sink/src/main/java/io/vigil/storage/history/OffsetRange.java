package io.vigil.storage.history;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of offsets in a partition of the log, both ends included.
 *
 * @param partition of the topic vitals.readings
 */
public record OffsetRange(int partition, long first, long last) {
  /** The order in which readers take fragments: what was first in the log wins. */
  static final Comparator<OffsetRange> LOG_ORDER =
      Comparator.comparingLong(OffsetRange::first).thenComparingLong(OffsetRange::last);

  private static final Pattern TEXT = Pattern.compile("(\\d+)-(\\d+)-(\\d+)");

  /** As it stands in the column {@code fragment}. */
  @Override
  public String toString() {
    return partition + "-" + first + "-" + last;
  }

  /**
   * The range of {@link #toString such} a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  static OffsetRange parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no range of offsets: " + text);
    }
    return new OffsetRange(
        Integer.parseInt(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)));
  }
}
