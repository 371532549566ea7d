package io.vigil.schema.block;

import io.vigil.schema.block.StepCode.Entry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads a column's symbols, each by one look-up of its context and the next bits. Decoding spends
 * its time here: the compiler is to keep the fields in registers, so this is used where it is made.
 */
final class StepReader {
  /** How many bytes have to be there after a column, whatever they are. */
  static final int PADDING = 16;

  /** A code and the extra bits of a symbol are no more. */
  private static final int SYMBOL_BITS = 20;

  private static final int WINDOW_BITS = 57;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final int[] lookup;
  private final int end;
  private int at;
  private long window;
  private int windowBits;
  private int entry = Entry.before(Symbols.START);
  private long falling;
  private long off;

  /** Of the bits that these bytes hold; verified is no more than that they have an end. */
  StepReader(byte[] bytes, int from, int to, StepCode code) {
    this.bytes = bytes;
    this.lookup = code.lookup();
    this.at = Byte.SIZE * from;
    this.end = at + Bits.size(bytes, from, to);
  }

  /**
   * Goes to the next symbol, if there is one.
   *
   * @throws MalformedBlockException if the bits end within the one before
   */
  boolean next() {
    if (at >= end) {
      if (at > end) {
        throw new MalformedBlockException("ends within a step");
      }
      return false;
    }
    if (windowBits < SYMBOL_BITS) {
      window = window(at);
      windowBits = WINDOW_BITS;
    }
    entry = lookup[Entry.next(entry) | (int) (window >>> (Long.SIZE - StepCode.MAX_BITS))];
    int bits = Entry.bits(entry);
    off = Entry.least(entry) + ((window << Entry.codeBits(entry)) >>> 1 >>> Entry.shift(entry));
    window <<= bits;
    windowBits -= bits;
    at += bits;
    return true;
  }

  /** Whether this is a run of expected steps. */
  boolean isRun() {
    return Entry.kind(entry) == Entry.RUN;
  }

  /** How many steps the run has. */
  int run() {
    return (int) off;
  }

  /** How far the step is from what was expected. */
  long off() {
    int kind = Entry.kind(entry);
    if (kind == Entry.ESCAPE) {
      return escaped();
    }
    falling ^= Entry.SAME - kind;
    return (off ^ falling) - falling;
  }

  private long escaped() {
    int bits = (int) (window(at) >>> (Long.SIZE - Symbols.ESCAPE_BITS)) + 1;
    at += Symbols.ESCAPE_BITS + bits;
    if (at > end) {
      throw new MalformedBlockException("ends within a step");
    }
    windowBits = 0;
    long high = window(at - bits) >>> Integer.SIZE;
    long low = window(at - bits + Integer.SIZE) >>> Integer.SIZE;
    long escaped = Varints.unzigzag((high << Integer.SIZE | low) >>> (Long.SIZE - bits));
    falling = escaped >> (Long.SIZE - 1);
    return escaped;
  }

  /** The next 57 bits at least, from the highest. */
  private long window(int bit) {
    return (long) LONG.get(bytes, bit >>> 3) << (bit & 7);
  }
}
