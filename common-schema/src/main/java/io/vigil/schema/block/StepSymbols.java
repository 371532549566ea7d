package io.vigil.schema.block;

import java.util.Arrays;

/**
 * Turns how far a column's steps are from what was expected into symbols. Expected steps at the end
 * are not written but pending: what is not written is as expected. Not safe for threads.
 */
final class StepSymbols {
  private int[] slots = new int[16];
  private long[] extras = new long[16];
  private byte[] extraBits = new byte[16];
  private int size;
  private int context;
  private boolean falling;
  private long pending;

  /** Where symbols of a column end, so that others can follow. */
  record End(int context, boolean falling, long pending) {
    static final End START = new End(Symbols.START, false, 0);
  }

  StepSymbols(End before) {
    this.context = before.context;
    this.falling = before.falling;
    this.pending = before.pending;
  }

  /** Takes the next step; 0 is the one that was expected. */
  void add(long off) {
    if (off == 0) {
      pending++;
      return;
    }
    for (; pending > 0; pending -= Math.min(pending, Symbols.LONGEST_RUN)) {
      addRanged(0, (int) Math.min(pending, Symbols.LONGEST_RUN));
    }
    boolean falls = off < 0;
    if (off >= -Symbols.LARGEST && off <= Symbols.LARGEST) {
      addRanged(falls == falling ? Symbols.SAME : Symbols.OPPOSITE, (int) Math.abs(off));
    } else {
      addEscaped(Varints.zigzag(off));
    }
    falling = falls;
  }

  private void addRanged(int firstSymbol, int amount) {
    int range = Symbols.rangeOf(amount);
    add(firstSymbol + range, amount - Symbols.leastOf(range), Symbols.extraBitsOf(range));
  }

  private void addEscaped(long zigzag) {
    int bits = 64 - Long.numberOfLeadingZeros(zigzag);
    add(Symbols.ESCAPE, bits - 1L, Symbols.ESCAPE_BITS);
    extras[size] = zigzag;
    extraBits[size] = (byte) bits;
    slots[size++] = StepCode.NO_SLOT;
  }

  /** Leaves room for one more. */
  private void add(int symbol, long extra, int bits) {
    if (size + 2 > slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      extras = Arrays.copyOf(extras, 2 * size);
      extraBits = Arrays.copyOf(extraBits, 2 * size);
    }
    slots[size] = StepCode.slot(context, symbol);
    extras[size] = extra;
    extraBits[size++] = (byte) bits;
    context = Symbols.contextAfter(symbol);
  }

  End end() {
    return new End(context, falling, pending);
  }

  /** How many bits they take, their extra bits aside. */
  int bitsIn(StepCode code) {
    int bits = 0;
    for (int i = 0; i < size; i++) {
      bits += code.lengthAt(slots[i]);
    }
    return bits;
  }

  int extraBits() {
    int bits = 0;
    for (int i = 0; i < size; i++) {
      bits += extraBits[i];
    }
    return bits;
  }

  /** Appends them to bits, and gives those back. */
  Bits appendTo(Bits bits, StepCode code) {
    for (int i = 0; i < size; i++) {
      bits.write(code.codeAt(slots[i]), code.lengthAt(slots[i]));
      bits.write(extras[i], extraBits[i]);
    }
    return bits;
  }
}
