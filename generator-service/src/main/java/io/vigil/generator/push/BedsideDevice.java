package io.vigil.generator.push;

import io.vigil.generator.retry.Backoff;
import io.vigil.generator.store.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one device has measured and not yet got rid of, in two lanes, so that the present never
 * waits behind the past: what is young enough to matter for an alarm, and the backlog. A third lane
 * has copies, which a fault makes. Not for several threads.
 */
final class BedsideDevice {
  private static final int MOST_COPIES = 1_000;

  private final int capacity;
  private final Duration presentFor;
  private final Duration tokenSettlesWithin;
  private final Lane present;
  private final Lane backlog;
  private final Lane copies;
  private int batch;
  private int heldBack;
  private long seq;
  private @Nullable Instant tokenRefusedSince;

  /**
   * @param firstSeq of the first reading; greater than that of any earlier run
   * @param capacity how many readings it keeps
   * @param batch how many readings it sends in one request
   * @param presentFor the age at which a reading is backlog
   * @param tokenSettlesWithin how long a token may be refused before another one is asked for
   */
  BedsideDevice(
      long firstSeq,
      int capacity,
      int batch,
      Duration presentFor,
      Duration tokenSettlesWithin,
      Supplier<Backoff> backoffs) {
    this.seq = firstSeq;
    this.capacity = capacity;
    this.batch = batch;
    this.presentFor = presentFor;
    this.tokenSettlesWithin = tokenSettlesWithin;
    this.present = new Lane(backoffs.get());
    this.backlog = new Lane(backoffs.get());
    this.copies = new Lane(backoffs.get());
  }

  /** Makes a reading of a value. */
  Reading reading(String patient, long timeMs, int hundredths) {
    return new Reading(patient, seq++, timeMs, hundredths);
  }

  /** Takes a reading that may be sent. */
  void take(Reading reading) {
    present.add(reading);
  }

  /** Takes a reading of an earlier run; later ones get higher numbers. */
  void takeOver(Reading reading) {
    seq = Math.max(seq, reading.seq() + 1);
    take(reading);
  }

  /** Whether it keeps as many readings as it may. */
  boolean isFull() {
    return size() >= capacity;
  }

  /** Gives up the oldest reading that waits; empty if all are under way or held back. */
  Optional<Reading> giveUpOldest() {
    return backlog.giveUpOldest().or(present::giveUpOldest);
  }

  /** Counts readings that somebody else keeps for it, within its capacity. */
  void holdBack(int more) {
    heldBack += more;
  }

  /** Takes a reading to be sent once more, although it was acknowledged. */
  void copy(Reading reading) {
    if (copies.size() < MOST_COPIES) {
      copies.add(reading);
    }
  }

  /** The lane of the present, after what has grown too old has left it. */
  Lane presentAt(Instant now) {
    present.ageInto(backlog, now.minus(presentFor).toEpochMilli());
    return present;
  }

  Lane backlog() {
    return backlog;
  }

  Lane copies() {
    return copies;
  }

  int batch() {
    return batch;
  }

  /** A request of so many readings was too large. */
  void halve(int readings) {
    batch = Math.max(1, readings / 2);
  }

  /** Something was decided: its token is known. */
  void tokenAccepted() {
    tokenRefusedSince = null;
  }

  /** Whether its token, refused now, has been refused for long enough to ask for another one. */
  boolean tokenRefused(Instant now) {
    if (tokenRefusedSince == null) {
      tokenRefusedSince = now;
    }
    if (now.isBefore(tokenRefusedSince.plus(tokenSettlesWithin))) {
      return false;
    }
    tokenRefusedSince = null;
    return true;
  }

  /** Readings that it has to get rid of, those held back included. */
  int size() {
    return present.size() + backlog.size() + heldBack;
  }

  /** All of them but those held back. */
  Stream<Reading> readings() {
    return Stream.concat(backlog.readings(), present.readings());
  }
}
