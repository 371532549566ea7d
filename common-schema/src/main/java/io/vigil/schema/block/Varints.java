package io.vigil.schema.block;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Numbers of variable length: seven bits a byte, the least significant first; the top bit says that
 * another byte follows. Zigzag makes small numbers of either sign small.
 */
final class Varints {
  private static final int LOW = 0x7F;
  private static final int MORE = 0x80;
  private static final int LAST_SHIFT = 63;

  private Varints() {}

  static void write(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~LOW) != 0) {
      out.write((int) (rest & LOW) | MORE);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  static void writeSigned(ByteArrayOutputStream out, long value) {
    write(out, zigzag(value));
  }

  /** Throws {@link MalformedBlockException} where there is no whole number of 64 bits. */
  static long read(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      if (!in.hasRemaining()) {
        throw new MalformedBlockException("ends within a number");
      }
      byte next = in.get();
      if (shift == LAST_SHIFT && (next & LOW) > 1) {
        break;
      }
      value |= (long) (next & LOW) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedBlockException("a number longer than 64 bits");
  }

  static long readSigned(ByteBuffer in) {
    return unzigzag(read(in));
  }

  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }
}
