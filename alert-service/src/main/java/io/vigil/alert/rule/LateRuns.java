package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertState;
import org.jspecify.annotations.Nullable;

/**
 * What late readings of one vital tell of the past. Those that fill a hole are judged by the same
 * thresholds as the present, in a run of their own; what would have been raised is told once, as
 * over. What was here before, or lies between readings that were, tells nothing.
 */
final class LateRuns {
  private final Subject subject;
  private final KnownTimes known;
  private @Nullable Run run;

  LateRuns(Subject subject) {
    this(subject, new KnownTimes());
  }

  private LateRuns(Subject subject, KnownTimes known) {
    this.subject = subject;
    this.known = known;
  }

  /** A reading of the present was judged. */
  void note(long time) {
    known.add(time);
  }

  /** Takes in a late reading. */
  void take(long time, int value, VitalRules rules, Moment at) {
    Run current = run;
    if (current != null && current.spans(time)) {
      if (current.knows(time)) {
        return;
      }
    } else if (known.covers(time)) {
      return;
    }
    if (current == null || !(current.spans(time) || known.before(time) == current.newest)) {
      current = new Run(subject, known.before(time));
      run = current;
    }
    known.add(time);
    current.judge(time, value, rules, past(at));
  }

  /** Alarms of the past are told whatever is paused now, and wait for nobody. */
  private static Moment past(Moment at) {
    Surroundings with = at.with();
    Surroundings late =
        new Surroundings(
            with.rules(),
            with.lifeCycle(),
            with.listening(),
            with.admissions(),
            alert -> {
              if (alert.state() == AlertState.RAISED) {
                with.alarms().accept(asOver(alert));
              }
            });
    return new Moment(at.nowMs(), NONE, late, new NextDue());
  }

  private static Alert asOver(Alert raised) {
    return new Alert(
        raised.id(),
        raised.patient(),
        raised.vital(),
        raised.rule(),
        raised.category(),
        AlertPriority.LOW,
        AlertState.RESOLVED,
        raised.onset(),
        raised.time(),
        raised.value(),
        raised.limit(),
        raised.text(),
        true,
        1,
        false,
        null,
        null);
  }

  /** Late readings that follow each other, nothing else being known between them. */
  private static final class Run {
    /** How far out of order late readings may be among themselves. */
    private static final long DISORDER_MS = 10_000;

    private final RecentReadings recent;
    private final Side upper;
    private final Side lower;

    /** The newest time that was known before the run. */
    private final long from;

    private long newest = NONE;

    Run(Subject subject, long from) {
      this(new RecentReadings(), Side.upper(subject), Side.lower(subject), from);
    }

    private Run(RecentReadings recent, Side upper, Side lower, long from) {
      this.recent = recent;
      this.upper = upper;
      this.lower = lower;
      this.from = from;
    }

    /** Whether a reading of this time belongs among the newest of the run. */
    boolean spans(long time) {
      return time > from && time <= newest && time >= newest - DISORDER_MS;
    }

    boolean knows(long time) {
      return recent.find(time) >= 0;
    }

    void judge(long time, int value, VitalRules rules, Moment at) {
      boolean inOrder = time > newest;
      recent.insert(-recent.find(time) - 1, time, value);
      newest = Math.max(newest, time);
      if (inOrder) {
        upper.judge(time, value, rules, at);
        lower.judge(time, value, rules, at);
      } else {
        upper.judgeAgain(recent, rules, at);
        lower.judgeAgain(recent, rules, at);
      }
      settle(rules);
    }

    private void settle(VitalRules rules) {
      int settled = 0;
      while (settled < recent.size()
          && (recent.timeAt(settled) < newest - DISORDER_MS
              || recent.size() - settled > RecentReadings.MOST)) {
        upper.settle(recent.timeAt(settled), recent.valueAt(settled), rules);
        lower.settle(recent.timeAt(settled), recent.valueAt(settled), rules);
        settled++;
      }
      recent.dropFirst(settled);
    }

    void writeTo(StateWriter to) {
      to.time(from);
      to.time(newest);
      recent.writeTo(to);
      upper.writeTo(to);
      lower.writeTo(to);
    }

    static Run readFrom(StateReader from, Subject subject) {
      long start = from.time();
      long newest = from.time();
      Run read =
          new Run(
              RecentReadings.readFrom(from),
              Side.readUpper(from, subject),
              Side.readLower(from, subject),
              start);
      read.newest = newest;
      return read;
    }
  }

  void writeTo(StateWriter to) {
    known.writeTo(to);
    to.flag(run != null);
    if (run != null) {
      run.writeTo(to);
    }
  }

  static LateRuns readFrom(StateReader from, Subject subject) {
    LateRuns read = new LateRuns(subject, KnownTimes.readFrom(from));
    read.run = from.flag() ? Run.readFrom(from, subject) : null;
    return read;
  }
}
