package io.vigil.bench.alerts;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * The rules of the heart rate for one patient, at their defaults, for readings in order: a limit
 * passed for 10 s raises, 10 s back inside by 5 resolve; 5 s of silence are a gap, three readings
 * in a row end it. The silence is seen at the reading that ends it, which costs nothing.
 *
 * <p>Values are hundredths, times milliseconds, 0 where there is none.
 */
final class StockWatch {
  static final int BYTES = 7 * Long.BYTES + Integer.BYTES;

  private static final int HIGH = 120_00;
  private static final int LOW = 50_00;
  private static final int HYSTERESIS = 5_00;
  private static final long HOLD_MS = 10_000;
  private static final long GAP_MS = 5_000;
  private static final int IN_A_ROW = 3;

  private final Limit high;
  private final Limit low;
  private long judgedTo;
  private long heardAt;
  private long silentSince;
  private int inARow;

  StockWatch() {
    this(new Limit(), new Limit());
  }

  private StockWatch(Limit high, Limit low) {
    this.high = high;
    this.low = low;
  }

  /** One limit: since when a hold lasts, and since when it has been passed if that is told. */
  private static final class Limit {
    long holdsSince;
    long raisedSince;

    /** Returns the state that is reached, or nothing. */
    String judge(boolean beyond, boolean backInside, boolean silentBefore, long timeMs) {
      boolean holds = raisedSince == 0 ? beyond : backInside;
      if (!holds) {
        holdsSince = 0;
        return "";
      }
      if (holdsSince == 0 || silentBefore) {
        holdsSince = timeMs;
      }
      return timeMs - holdsSince < HOLD_MS ? "" : raisedSince == 0 ? "raised" : "resolved";
    }
  }

  /** Takes in one reading. */
  void take(String patient, long timeMs, int value, long ingestMs, Consumer<Told> told) {
    hear(patient, ingestMs, told);
    boolean silent = judgedTo != 0 && timeMs - judgedTo > GAP_MS;
    judgedTo = timeMs;
    tell(
        high,
        "high",
        high.judge(value > HIGH, value <= HIGH - HYSTERESIS, silent, timeMs),
        patient,
        timeMs,
        told);
    tell(
        low,
        "low",
        low.judge(value < LOW, value >= LOW + HYSTERESIS, silent, timeMs),
        patient,
        timeMs,
        told);
  }

  private void hear(String patient, long ingestMs, Consumer<Told> told) {
    boolean follows = heardAt != 0 && ingestMs - heardAt <= GAP_MS;
    if (heardAt != 0 && !follows && silentSince == 0) {
      silentSince = heardAt;
      told.accept(new Told(patient, "gap", "raised", silentSince, silentSince + GAP_MS));
    }
    inARow = follows ? Math.min(inARow + 1, IN_A_ROW) : 1;
    heardAt = ingestMs;
    if (silentSince != 0 && inARow == IN_A_ROW) {
      told.accept(new Told(patient, "gap", "resolved", silentSince, ingestMs));
      silentSince = 0;
    }
  }

  private static void tell(
      Limit limit, String rule, String state, String patient, long timeMs, Consumer<Told> told) {
    if (state.isEmpty()) {
      return;
    }
    boolean raised = state.equals("raised");
    if (raised) {
      limit.raisedSince = limit.holdsSince;
    }
    told.accept(new Told(patient, rule, state, limit.raisedSince, timeMs));
    if (!raised) {
      limit.raisedSince = 0;
    }
    limit.holdsSince = 0;
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(high.holdsSince)
        .putLong(high.raisedSince)
        .putLong(low.holdsSince)
        .putLong(low.raisedSince)
        .putLong(judgedTo)
        .putLong(heardAt)
        .putLong(silentSince)
        .putInt(inARow)
        .array();
  }

  static StockWatch fromBytes(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    StockWatch read = new StockWatch();
    read.high.holdsSince = from.getLong();
    read.high.raisedSince = from.getLong();
    read.low.holdsSince = from.getLong();
    read.low.raisedSince = from.getLong();
    read.judgedTo = from.getLong();
    read.heardAt = from.getLong();
    read.silentSince = from.getLong();
    read.inARow = from.getInt();
    return read;
  }
}
