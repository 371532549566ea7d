package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.check.StorageCheck;
import io.vigil.schema.command.Acknowledge;
import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The alarm that the stores lacked readings that the log has. It is one for all of them, under
 * Vigil's own name, and lasts until each partition of which something was missing has been compared
 * again and nothing is.
 */
public final class StorageAgreement {
  private static final byte VERSION = 1;

  private final Alarm alarm;
  private final SortedSet<Integer> lacking = new TreeSet<>();

  public StorageAgreement() {
    this(newAlarm());
  }

  private StorageAgreement(Alarm alarm) {
    this.alarm = alarm;
  }

  private static Alarm newAlarm() {
    return new Alarm(subject(), AlertRule.STORAGE);
  }

  private static Subject subject() {
    return new Subject(Pipeline.NAME, null);
  }

  /** A stretch of the log has been compared with the stores. */
  public void checked(StorageCheck check, Surroundings with) {
    long atMs = check.at().toEpochMilli();
    if (!check.agrees()) {
      lacking.add(check.partition());
      if (!alarm.isRaised()) {
        alarm.raise(AlertPriority.LOW, atMs, atMs, finding(check), moment(atMs, with));
      }
    } else if (lacking.remove(check.partition()) && lacking.isEmpty()) {
      String text = "Storage agrees with the log again";
      alarm.resolve(atMs, BigDecimal.ZERO, text, moment(atMs, with));
    }
  }

  private static Finding finding(StorageCheck check) {
    int missing = Math.max(check.missingInHistory(), check.missingInHot());
    String where = check.missingInHistory() == 0 ? "The hot window" : "The history";
    String text =
        "%s lacked %s of %s, written again"
            .formatted(where, some(missing, "reading"), some(check.patients(), "patient"));
    return new Finding(BigDecimal.valueOf(missing), BigDecimal.ZERO, text);
  }

  private static String some(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** Somebody has taken the episode of this id. */
  public CommandOutcome acknowledge(Acknowledge command, Surroundings with) {
    return alarm.acknowledge(command, moment(command.at().toEpochMilli(), with));
  }

  private static Moment moment(long nowMs, Surroundings with) {
    return new Moment(nowMs, NONE, with, new NextDue());
  }

  /** This state in bytes. */
  public byte[] toBytes() {
    StateWriter to = new StateWriter(VERSION);
    alarm.writeTo(to);
    to.count(lacking.size());
    lacking.forEach(to::count);
    return to.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  public static StorageAgreement fromBytes(byte[] bytes) {
    StateReader from = new StateReader(bytes, VERSION);
    StorageAgreement read =
        new StorageAgreement(Alarm.readFrom(from, subject(), AlertRule.STORAGE));
    int count = from.count();
    for (int i = 0; i < count; i++) {
      read.lacking.add(from.count());
    }
    return read;
  }
}
