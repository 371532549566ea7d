package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.command.Acknowledge;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of the alarms of one rule, at most one at a time: raised, escalated, acknowledged, told
 * again, resolved. An extreme one that is resolved before somebody acknowledges it stays latched,
 * beside whatever follows. All times are those of the log.
 */
final class Alarm {
  /** Beyond this many that nobody acknowledges, the oldest latched one is let go. */
  private static final int MOST_LATCHED = 8;

  private final Subject subject;
  private final AlertRule rule;
  private final List<Episode> latched = new ArrayList<>(0);
  private @Nullable Episode episode;

  Alarm(Subject subject, AlertRule rule) {
    this.subject = subject;
    this.rule = rule;
  }

  AlertRule rule() {
    return rule;
  }

  /** Whether its condition lasts, whether or not anybody was told. */
  boolean isRaised() {
    return episode != null;
  }

  /**
   * The condition has lasted for its time. A pause holds the news back.
   *
   * @param timeMs when the condition was complete
   */
  void raise(AlertPriority priority, long onsetMs, long timeMs, Finding finding, Moment at) {
    at.due().forget();
    Episode raised = Episode.untold(priority, onsetMs, finding);
    if (at.isPaused(priority)) {
      episode = raised;
    } else {
      episode = raised.announced(at.nowMs());
      tell(episode, AlertState.RAISED, timeMs, finding, false, at);
    }
  }

  /** The condition is over. What nobody was told of is never told. */
  void resolve(long timeMs, @Nullable BigDecimal value, String text, Moment at) {
    at.due().forget();
    Episode over = episode;
    episode = null;
    if (over == null || !over.isTold()) {
      return;
    }
    Episode told = over.next();
    boolean latches = isExtreme() && !over.isAcknowledged();
    tell(told, AlertState.RESOLVED, timeMs, over.finding().now(value, text), latches, at);
    if (latches) {
      latched.add(told);
      if (latched.size() > MOST_LATCHED) {
        letGo(latched.remove(0), timeMs, at);
      }
    }
  }

  private boolean isExtreme() {
    return rule == AlertRule.EXTREME_HIGH || rule == AlertRule.EXTREME_LOW;
  }

  private void letGo(Episode over, long timeMs, Moment at) {
    tell(over.next(), AlertState.RESOLVED, timeMs, over.finding(), false, at);
  }

  /** Nobody has to come any more, for a reason outside the condition: nothing stays latched. */
  void end(long timeMs, String why, Moment at) {
    at.due().forget();
    Episode over = episode;
    episode = null;
    if (over != null && over.isTold()) {
      Finding ended = over.finding().now(null, subject.text("alarm ended: " + why));
      tell(over.next(), AlertState.RESOLVED, timeMs, ended, false, at);
    }
    latched.forEach(one -> letGo(one, timeMs, at));
    latched.clear();
  }

  /** Somebody takes the episode that the command names; says whether it is one of these. */
  CommandOutcome acknowledge(Acknowledge command, Moment at) {
    String id = command.alert();
    Acknowledgement taken = new Acknowledgement(command.by(), command.note(), at.nowMs());
    Episode current = episode;
    if (current != null && current.isTold() && idOf(current).equals(id)) {
      if (current.isAcknowledged()) {
        return CommandOutcome.UNCHANGED;
      }
      at.due().forget();
      episode = current.acknowledged(taken);
      tell(episode, AlertState.ACKNOWLEDGED, taken.atMs(), current.finding(), false, at);
      return CommandOutcome.DONE;
    }
    for (Episode one : latched) {
      if (idOf(one).equals(id)) {
        latched.remove(one);
        Episode unlatched = one.acknowledged(taken);
        tell(unlatched, AlertState.RESOLVED, taken.atMs(), one.finding(), false, at);
        return CommandOutcome.DONE;
      }
    }
    return CommandOutcome.UNKNOWN;
  }

  /** When something is to happen by itself, or the largest number where nothing is. */
  long dueMs(long pausedUntilMs, LifeCycle lifeCycle) {
    Episode current = episode;
    if (current == null) {
      return Long.MAX_VALUE;
    }
    if (!current.isTold()) {
      return pausedUntilMs;
    }
    long due = Long.MAX_VALUE;
    Acknowledgement taken = current.acknowledgement();
    if (taken != null) {
      due = taken.atMs() + lifeCycle.reannounceAfterMs();
    } else if (lifeCycle.escalates(current.priority(), current.circle())) {
      due =
          current.announcedAtMs()
              + current.circle() * lifeCycle.escalateAfterMs(current.priority());
    }
    boolean waits = current.priority() != AlertPriority.HIGH && pausedUntilMs != NONE;
    return waits && due != Long.MAX_VALUE ? Math.max(due, pausedUntilMs) : due;
  }

  /** What was due at the present time happens. */
  void act(Moment at) {
    Episode current = episode;
    if (current == null || dueMs(at.pausedUntilMs(), at.with().lifeCycle()) > at.nowMs()) {
      return;
    }
    if (!current.isTold() || current.isAcknowledged()) {
      announce(current, at);
    } else {
      at.due().forget();
      episode = current.escalated();
      tell(episode, AlertState.ESCALATED, at.nowMs(), current.finding(), false, at);
    }
  }

  /** No pause holds anything back any more. */
  void resume(Moment at) {
    Episode current = episode;
    if (current != null && !current.isTold()) {
      announce(current, at);
    }
  }

  private void announce(Episode current, Moment at) {
    at.due().forget();
    episode = current.announced(at.nowMs());
    tell(episode, AlertState.RAISED, at.nowMs(), current.finding(), false, at);
  }

  /** Tells of the past: an episode that nobody could have been told of in time. */
  void tellLate(long onsetMs, long timeMs, Finding finding, Moment at) {
    Episode past = Episode.untold(AlertPriority.LOW, onsetMs, finding).next();
    at.with().alarms().accept(alert(past, AlertState.RESOLVED, timeMs, finding, false, true));
  }

  private void tell(
      Episode told, AlertState state, long timeMs, Finding finding, boolean latches, Moment at) {
    at.with().alarms().accept(alert(told, state, timeMs, finding, latches, false));
  }

  private Alert alert(
      Episode told, AlertState state, long timeMs, Finding finding, boolean latches, boolean late) {
    Acknowledgement taken = told.acknowledgement();
    return new Alert(
        idOf(told),
        subject.patient(),
        subject.code(),
        rule,
        rule.category(),
        told.priority(),
        state,
        Instant.ofEpochMilli(told.onsetMs()),
        Instant.ofEpochMilli(timeMs),
        finding.value(),
        finding.limit(),
        finding.text(),
        late,
        told.revision(),
        latches,
        taken == null ? null : taken.by(),
        taken == null ? null : taken.note(),
        told.circle() == 1 ? null : told.circle(),
        finding.source(),
        finding.group(),
        null);
  }

  private String idOf(Episode one) {
    return AlertId.of(subject.patient(), subject.code(), rule, Instant.ofEpochMilli(one.onsetMs()));
  }

  void writeTo(StateWriter to) {
    to.episode(episode);
    to.count(latched.size());
    latched.forEach(to::episode);
  }

  static Alarm readFrom(StateReader from, Subject subject, AlertRule rule) {
    Alarm read = new Alarm(subject, rule);
    read.episode = from.episode();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      Episode one = from.episode();
      if (one == null) {
        throw new IllegalArgumentException("a latched episode that is none");
      }
      read.latched.add(one);
    }
    return read;
  }
}
