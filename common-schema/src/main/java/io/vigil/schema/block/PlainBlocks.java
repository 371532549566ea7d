package io.vigil.schema.block;

import java.nio.ByteBuffer;

/**
 * Reads blocks of version 1, which nobody writes any more: differences of times and values as
 * numbers of variable length.
 *
 * <pre>
 * ┌───────────┬───────────┬─────────────────────────────────────────┬─────────────────┐
 * │ version=1 │ n: varint │ n × (Δtime: zigzag, Δvalue: zigzag)     │ CRC-32C, 4 byte │
 * └───────────┴───────────┴─────────────────────────────────────────┴─────────────────┘
 * </pre>
 *
 * Differences are to the reading before, the first to zero.
 */
final class PlainBlocks {
  static final int VERSION = 1;

  private static final int MIN_BYTES_A_READING = 2;

  private PlainBlocks() {}

  /** The readings of a block that is of this version; the buffer is all of it but its checksum. */
  static ReadingColumns read(ByteBuffer in) {
    in.get();
    long n = Varints.read(in);
    if (n < 0 || n > in.remaining() / MIN_BYTES_A_READING) {
      throw new MalformedBlockException(n + " readings in " + in.remaining() + " bytes");
    }
    return read(in, (int) n);
  }

  private static ReadingColumns read(ByteBuffer in, int n) {
    long[] times = new long[n];
    int[] values = new int[n];
    long time = 0;
    long value = 0;
    for (int i = 0; i < n; i++) {
      time += Varints.readSigned(in);
      value += Varints.readSigned(in);
      if (value != (int) value) {
        throw new MalformedBlockException("a value beyond 32 bits");
      }
      times[i] = time;
      values[i] = (int) value;
    }
    if (in.hasRemaining()) {
      throw new MalformedBlockException(in.remaining() + " bytes too many");
    }
    try {
      return ReadingColumns.ofAscending(times, values);
    } catch (IllegalArgumentException e) {
      throw new MalformedBlockException("times do not ascend");
    }
  }
}
