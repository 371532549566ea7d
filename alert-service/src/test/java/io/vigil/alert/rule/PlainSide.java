package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.HEART_RATE;
import static io.vigil.alert.rule.Replay.START;

import java.util.List;
import java.util.TreeMap;

/**
 * Both limits of one side in the plainest way, to compare with: keeps every reading, and starts
 * over each time.
 */
final class PlainSide {
  private final TreeMap<Long, Integer> readings = new TreeMap<>();
  private final One plain;
  private final One extreme;

  PlainSide(Bound plain, Bound extreme) {
    this.plain = new One(plain);
    this.extreme = new One(extreme);
  }

  /** One limit: whether it is raised since when, and the run of readings that may change it. */
  private static final class One {
    private final Bound bound;
    private boolean raised;
    private long onset;
    private long saidAt = Long.MIN_VALUE;
    private long before;
    private long since;

    One(Bound bound) {
      this.bound = bound;
    }

    void startOver() {
      before = saidAt;
      since = -1;
    }

    void startAnewAt(long time) {
      saidAt = time;
      startOver();
    }

    boolean changesAt(long time, int value) {
      if (time <= saidAt) {
        return false;
      }
      boolean counts =
          raised ? bound.isBackInside(value, HEART_RATE) : bound.isBeyond(value, HEART_RATE);
      boolean silence =
          before != Long.MIN_VALUE && time - before > HEART_RATE.timing().gapAfterMs();
      if (!counts) {
        since = -1;
      } else if (since < 0 || silence) {
        since = time;
      }
      before = time;
      long hold = raised ? HEART_RATE.timing().holdForMs() : bound.raisedAfterMs(HEART_RATE);
      return since >= 0 && time - since >= hold;
    }

    void change(long time, List<String> said) {
      onset = raised ? onset : since;
      raised = !raised;
      said.add(
          "%s %s %s-%s"
              .formatted(
                  bound.rule().code(),
                  raised ? "raised" : "resolved",
                  second(onset),
                  second(time)));
      startAnewAt(time);
    }
  }

  void take(long time, int value, List<String> said) {
    if (readings.putIfAbsent(time, value) != null) {
      return;
    }
    plain.startOver();
    extreme.startOver();
    for (var reading : readings.entrySet()) {
      judge(reading.getKey(), reading.getValue(), said);
    }
  }

  private void judge(long time, int value, List<String> said) {
    if (extreme.changesAt(time, value)) {
      extreme.change(time, said);
      if (extreme.raised && plain.raised) {
        plain.change(Math.max(time, plain.saidAt), said);
      }
      plain.startAnewAt(extreme.raised ? Math.max(time, plain.saidAt) : time - 1);
    }
    if (!extreme.raised && plain.changesAt(time, value)) {
      plain.change(time, said);
    } else if (extreme.raised && time > plain.saidAt) {
      plain.before = time;
      plain.since = -1;
    }
  }

  private static String second(long time) {
    long ms = time - START;
    return ms % 1_000 == 0 ? Long.toString(ms / 1_000) : Double.toString(ms / 1_000.0);
  }
}
