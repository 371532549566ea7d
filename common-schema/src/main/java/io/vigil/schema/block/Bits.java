package io.vigil.schema.block;

import java.util.Arrays;

/**
 * Bits that can be appended to, most significant first. As bytes they end with a one and as many
 * zeros as fill the last byte; no bits are no bytes. Not safe for threads.
 */
final class Bits {
  private byte[] bytes;
  private int size;

  Bits() {
    this.bytes = new byte[16];
  }

  /** Goes on after bits that were written before: what {@link #toBytes} gave. */
  Bits(byte[] before) {
    this.size = size(before, 0, before.length);
    this.bytes = Arrays.copyOf(before, before.length + 16);
    if (size < 8 * before.length) {
      bytes[size >>> 3] &= (byte) ~(1 << (7 - (size & 7)));
    }
  }

  /**
   * How many bits are in these bytes.
   *
   * @throws MalformedBlockException if the last byte is zero
   */
  static int size(byte[] bytes, int from, int to) {
    if (from == to) {
      return 0;
    }
    if (bytes[to - 1] == 0) {
      throw new MalformedBlockException("bits without an end");
    }
    return 8 * (to - from) - Integer.numberOfTrailingZeros(bytes[to - 1]) - 1;
  }

  /** Appends the lowest so many bits, at most 64, of a value that has no others. */
  void write(long value, int count) {
    if (size + count + 1 > Byte.SIZE * bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + Long.BYTES);
    }
    int left = count;
    while (left > 0) {
      int room = 8 - (size & 7);
      int taken = Math.min(room, left);
      left -= taken;
      long piece = (value >>> left) & ((1L << taken) - 1);
      bytes[size >>> 3] |= (byte) (piece << (room - taken));
      size += taken;
    }
  }

  byte[] toBytes() {
    if (size == 0) {
      return new byte[0];
    }
    byte[] ended = Arrays.copyOf(bytes, (size >>> 3) + 1);
    ended[size >>> 3] |= (byte) (1 << (7 - (size & 7)));
    return ended;
  }
}
