package io.vigil.gateway.live;

import io.vigil.gateway.tail.Offsets;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log, and when it was reached: everything before it has been told. Opaque to
 * clients, and the same on every instance. Immutable.
 *
 * <pre>
 * version=1 (byte) · time ms (8) · n readings (2) · n × next offset (8) · m alerts (2) · m × next offset (8)
 * </pre>
 */
final class Cursor {
  private static final byte VERSION = 1;
  private static final int MAX_PARTITIONS = 1_024;

  private final long timeMs;
  private final Offsets readings;
  private final Offsets alerts;
  private volatile @Nullable String text;

  Cursor(long timeMs, Offsets readings, Offsets alerts) {
    this.timeMs = timeMs;
    this.readings = readings;
    this.alerts = alerts;
  }

  /**
   * Reads a cursor that a client sent.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Cursor parse(String text) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (in.get() != VERSION) {
        throw new IllegalArgumentException("a cursor of another version");
      }
      Cursor cursor = new Cursor(in.getLong(), offsets(in), offsets(in));
      if (in.hasRemaining() || cursor.timeMs < 0) {
        throw new IllegalArgumentException("not a cursor");
      }
      return cursor;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("not a whole cursor", e);
    }
  }

  private static Offsets offsets(ByteBuffer in) {
    int n = in.getShort();
    if (n < 0 || n > MAX_PARTITIONS) {
      throw new IllegalArgumentException("not a cursor: " + n + " partitions");
    }
    long[] next = new long[n];
    for (int i = 0; i < n; i++) {
      next[i] = in.getLong();
    }
    return Offsets.of(next);
  }

  long timeMs() {
    return timeMs;
  }

  Offsets readings() {
    return readings;
  }

  Offsets alerts() {
    return alerts;
  }

  /**
   * Where everything has been told that either of both says was told; one of both itself where it
   * is ahead in all.
   */
  Cursor and(Cursor other) {
    Offsets bothReadings = readings.max(other.readings);
    Offsets bothAlerts = alerts.max(other.alerts);
    long time = Math.max(timeMs, other.timeMs);
    if (other.isAt(time, bothReadings, bothAlerts)) {
      return other;
    }
    return isAt(time, bothReadings, bothAlerts) ? this : new Cursor(time, bothReadings, bothAlerts);
  }

  /** Whether all that has been told at the other place has been told at this one. */
  boolean hasReadAllOf(Cursor other) {
    return readings.hasReadAllOf(other.readings) && alerts.hasReadAllOf(other.alerts);
  }

  private boolean isAt(long time, Offsets allReadings, Offsets allAlerts) {
    return timeMs == time && readings.equals(allReadings) && alerts.equals(allAlerts);
  }

  /** As clients get it; made once. */
  String text() {
    String made = text;
    if (made == null) {
      made = encode();
      text = made;
    }
    return made;
  }

  private String encode() {
    int size = 1 + 8 + 2 + 8 * readings.partitions() + 2 + 8 * alerts.partitions();
    ByteBuffer out = ByteBuffer.allocate(size).put(VERSION).putLong(timeMs);
    write(readings, out);
    write(alerts, out);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  private static void write(Offsets offsets, ByteBuffer out) {
    out.putShort((short) offsets.partitions());
    for (int i = 0; i < offsets.partitions(); i++) {
      out.putLong(offsets.get(i));
    }
  }
}
