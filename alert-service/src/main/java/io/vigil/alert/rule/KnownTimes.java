package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import java.util.ArrayList;
import java.util.List;

/**
 * At which event times readings of a vital were here before, as far as that is worth knowing: where
 * there were none for longer than a moment, there is a hole, into which late readings may come. The
 * oldest of many holes is forgotten, as if it were filled.
 */
final class KnownTimes {
  /** Readings that are no further apart leave no hole between them. */
  private static final long CLOSE_MS = 2_000;

  private static final int MOST_HOLES = 32;

  private final List<Hole> holes = new ArrayList<>(0);
  private long first = NONE;
  private long last = NONE;

  /** Nothing is known strictly between these times. */
  private record Hole(long from, long to) {
    boolean contains(long time) {
      return from < time && time < to;
    }

    boolean isWide() {
      return to - from > CLOSE_MS;
    }
  }

  /** Whether a reading of this time was here, or one so close that it makes no difference. */
  boolean covers(long time) {
    return first != NONE
        && time >= first
        && time <= last
        && holes.stream().noneMatch(hole -> hole.contains(time));
  }

  /** The newest known time before one that is not covered, or {@link Times#NONE}. */
  long before(long time) {
    if (first == NONE || time < first) {
      return NONE;
    }
    for (Hole hole : holes) {
      if (hole.contains(time)) {
        return hole.from();
      }
    }
    return last;
  }

  /** A reading of this time is here. */
  void add(long time) {
    if (first == NONE) {
      first = time;
      last = time;
    } else if (time > last) {
      put(holes.size(), new Hole(last, time));
      last = time;
    } else if (time < first) {
      put(0, new Hole(time, first));
      first = time;
    } else if (!holes.isEmpty()) {
      fill(time);
    }
  }

  private void fill(long time) {
    for (int i = 0; i < holes.size(); i++) {
      Hole hole = holes.get(i);
      if (hole.contains(time)) {
        holes.remove(i);
        put(i, new Hole(time, hole.to()));
        put(i, new Hole(hole.from(), time));
        return;
      }
    }
  }

  private void put(int at, Hole hole) {
    if (hole.isWide()) {
      holes.add(at, hole);
      if (holes.size() > MOST_HOLES) {
        holes.remove(0);
      }
    }
  }

  void writeTo(StateWriter to) {
    to.time(first);
    to.time(last);
    to.count(holes.size());
    for (Hole hole : holes) {
      to.time(hole.from());
      to.time(hole.to());
    }
  }

  static KnownTimes readFrom(StateReader from) {
    KnownTimes read = new KnownTimes();
    read.first = from.time();
    read.last = from.time();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      read.holes.add(new Hole(from.time(), from.time()));
    }
    return read;
  }
}
