package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.command.Acknowledge;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The alarm that a ward gateway or a ward fell silent as a whole: one for all of its members, whose
 * gaps are told all the same. It lasts until all of them speak again, or most of them have for a
 * while: then the gaps of the others stand for themselves.
 */
public final class Storm {
  private static final byte VERSION = 1;

  /** How long after half of the members speak again the others are waited for. */
  private static final long SETTLES_AFTER_MS = 10_000;

  private final String group;
  private final SortedSet<String> members;
  private final SortedSet<String> silent;
  private final Alarm alarm;
  private long settlesAt = NONE;

  private Storm(String group, Set<String> members, Set<String> silent, Alarm alarm) {
    this.group = group;
    this.members = new TreeSet<>(members);
    this.silent = new TreeSet<>(silent);
    this.alarm = alarm;
  }

  /**
   * Raises the alarm of a group that is silent.
   *
   * @param group its key in the registry
   * @param members who are silent
   * @param sinceMs since when the first of them is
   * @param gapAfterMs how long that may last
   * @param timeMs when all of them were
   */
  public static Storm raise(
      String group,
      Set<String> members,
      AlertPriority priority,
      long sinceMs,
      long gapAfterMs,
      long timeMs,
      Surroundings with) {
    Storm storm = new Storm(group, members, members, alarmOf(group));
    Finding finding =
        new Finding(
            null,
            Silence.seconds(gapAfterMs),
            storm.name() + " is silent: no reading of any bed",
            group.startsWith("ward/") ? "ward" : "gateway",
            group);
    storm.alarm.raise(priority, sinceMs, timeMs, finding, storm.moment(timeMs, with));
    return storm;
  }

  private static Alarm alarmOf(String group) {
    return new Alarm(new Subject(group, null), AlertRule.GAP);
  }

  private String name() {
    return group.substring(group.indexOf('/') + 1);
  }

  /** Alarms of a group name its members; nobody pauses them. */
  private Moment moment(long nowMs, Surroundings with) {
    List<String> all = List.copyOf(members);
    Surroundings naming =
        new Surroundings(
            with.rules(),
            with.lifeCycle(),
            with.listening(),
            with.admissions(),
            alert -> with.alarms().accept(alert.of(all)));
    return new Moment(nowMs, NONE, naming, new NextDue());
  }

  public String group() {
    return group;
  }

  /** Those who are silent still. */
  public Set<String> silent() {
    return Set.copyOf(silent);
  }

  public boolean isOf(Set<String> patients) {
    return members.containsAll(patients);
  }

  public boolean isWithin(Set<String> patients) {
    return patients.containsAll(members);
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return !alarm.isRaised();
  }

  /** A patient is silent again; nothing to one who is no member. */
  public void isSilentAgain(String patient) {
    if (members.contains(patient)) {
      silent.add(patient);
      if (!isMostlyBack()) {
        settlesAt = NONE;
      }
    }
  }

  /** A patient speaks again, or has left; nothing to one who is no member. */
  public void isBack(String patient, long timeMs, Surroundings with) {
    if (silent.remove(patient) && isMostlyBack()) {
      settlesAt = settlesAt == NONE ? timeMs + SETTLES_AFTER_MS : settlesAt;
      if (silent.isEmpty()) {
        alarm.resolve(timeMs, null, name() + ": readings again", moment(timeMs, with));
      }
    }
  }

  private boolean isMostlyBack() {
    return 2 * silent.size() <= members.size();
  }

  /** Another alarm says it for all of these and others. */
  public void giveWayTo(Storm wider, long timeMs, Surroundings with) {
    alarm.end(timeMs, "now " + wider.name(), moment(timeMs, with));
  }

  /** When something is to happen by itself, or the largest number where nothing is. */
  public long dueMs(LifeCycle lifeCycle) {
    long due = alarm.dueMs(NONE, lifeCycle);
    return settlesAt == NONE ? due : Math.min(due, settlesAt);
  }

  /** What is due at this time happens. */
  public void actAt(long timeMs, Surroundings with) {
    Moment at = moment(timeMs, with);
    if (settlesAt != NONE && settlesAt <= timeMs) {
      alarm.resolve(timeMs, null, name() + ": readings again, of most beds", at);
    } else {
      alarm.act(at);
    }
  }

  /** Somebody has taken the episode of this id. */
  public CommandOutcome acknowledge(Acknowledge command, Surroundings with) {
    return alarm.acknowledge(command, moment(command.at().toEpochMilli(), with));
  }

  /** This state in bytes; the group is not in them. */
  public byte[] toBytes() {
    StateWriter to = new StateWriter(VERSION);
    alarm.writeTo(to);
    to.time(settlesAt);
    to.count(members.size());
    for (String member : members) {
      to.text(member);
      to.flag(silent.contains(member));
    }
    return to.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  public static Storm fromBytes(String group, byte[] bytes) {
    StateReader from = new StateReader(bytes, VERSION);
    Alarm alarm = Alarm.readFrom(from, new Subject(group, null), AlertRule.GAP);
    long settlesAt = from.time();
    Set<String> members = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      String member = from.text();
      members.add(member);
      if (from.flag()) {
        silent.add(member);
      }
    }
    Storm read = new Storm(group, members, silent, alarm);
    read.settlesAt = settlesAt;
    return read;
  }
}
