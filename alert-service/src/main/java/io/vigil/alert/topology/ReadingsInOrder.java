package io.vigil.alert.topology;

import io.vigil.schema.wire.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the readings of one request in the order of their event times. */
final class ReadingsInOrder {
  private ReadingsInOrder() {}

  /** The same readings, ascending; of one time, in the order in which the device sent them. */
  static List<Reading> of(List<Reading> readings) {
    if (isAscending(readings)) {
      return readings;
    }
    List<Reading> ascending = new ArrayList<>(readings);
    ascending.sort(Comparator.comparingLong(Reading::getEventTimeMs));
    return ascending;
  }

  private static boolean isAscending(List<Reading> readings) {
    for (int i = 1; i < readings.size(); i++) {
      if (readings.get(i).getEventTimeMs() < readings.get(i - 1).getEventTimeMs()) {
        return false;
      }
    }
    return true;
  }
}
