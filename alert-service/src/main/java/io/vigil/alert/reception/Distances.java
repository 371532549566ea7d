package io.vigil.alert.reception;

import io.vigil.alert.rule.RecentReadings;
import io.vigil.alert.rule.StateReader;
import io.vigil.alert.rule.StateWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the distances between event times that follow each other say of one minute: the longest, and
 * by how much one differs from the next.
 */
final class Distances {
  private long last;
  private long longestMs;
  private long differencesMs;
  private int differences;

  /** Takes in one distance, in the order of event time. */
  void add(long distanceMs) {
    longestMs = Math.max(longestMs, distanceMs);
    if (last > 0 && isAlike(last, distanceMs)) {
      differencesMs += Math.abs(distanceMs - last);
      differences++;
    }
    last = distanceMs;
  }

  /** Whether neither is longer by half than the other, as where a reading is missing. */
  private static boolean isAlike(long one, long other) {
    return Math.max(one, other) * 2 < Math.min(one, other) * 3;
  }

  long longestMs() {
    return longestMs;
  }

  @Nullable Long jitterMs() {
    return differences == 0 ? null : Math.round((double) differencesMs / differences);
  }

  /** A new minute begins; the next distance is still compared with the last one. */
  void startAnew() {
    longestMs = 0;
    differencesMs = 0;
    differences = 0;
  }

  /**
   * The usual distance between these readings, or null where there are fewer than two: the mean of
   * the short ones, since the others have missing readings in them.
   */
  static @Nullable Long usual(RecentReadings readings) {
    if (readings.size() < 2) {
      return null;
    }
    long[] distances = new long[readings.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = readings.timeAt(i + 1) - readings.timeAt(i);
    }
    Arrays.sort(distances);
    long quarter = distances[(distances.length - 1) / 4];
    double mean = Arrays.stream(distances).filter(d -> d * 2 < quarter * 3).average().orElse(0);
    return Math.max(1, Math.round(mean));
  }

  void writeTo(StateWriter to) {
    to.number(last);
    to.number(longestMs);
    to.number(differencesMs);
    to.count(differences);
  }

  static Distances readFrom(StateReader from) {
    Distances read = new Distances();
    read.last = from.number();
    read.longestMs = from.number();
    read.differencesMs = from.number();
    read.differences = from.count();
    return read;
  }
}
