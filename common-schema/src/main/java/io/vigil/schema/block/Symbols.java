package io.vigil.schema.block;

/**
 * What a column's steps are written in: runs of expected steps, and how far a step is from what was
 * expected, as ranges of amounts of which extra bits say which it is. Amounts 1, 2, 3, 4, 5–6, 7–8,
 * 9–12, 13–16, … have a symbol each.
 */
final class Symbols {
  /** Symbols 0 to 23: runs of up to 4,096 expected steps. */
  static final int RUNS = 24;

  static final int LONGEST_RUN = 1 << (RUNS / 2);

  /** Symbols from here: off by up to 1,024, in the direction of the last one that was off. */
  static final int SAME = RUNS;

  private static final int MAGNITUDES = 20;

  /** Symbols from here: the same in the other direction. */
  static final int OPPOSITE = SAME + MAGNITUDES;

  /** Off by more: 6 bits say how many bits follow, less one, and those are the zigzag of it. */
  static final int ESCAPE = OPPOSITE + MAGNITUDES;

  static final int COUNT = ESCAPE + 1;

  static final int LARGEST = 1 << (MAGNITUDES / 2);
  static final int ESCAPE_BITS = 6;

  /** What came before a symbol, by which its code is chosen. */
  static final int CONTEXTS = 8;

  /** The context of a column's first symbol: as after a long run. */
  static final int START = 2;

  private Symbols() {}

  /** The range that an amount lies in; at least 1. */
  static int rangeOf(int amount) {
    if (amount <= 2) {
      return amount - 1;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(amount - 1);
    return 2 * octave + ((amount - 1) >>> (octave - 1) & 1);
  }

  /** The least amount of a range. */
  static int leastOf(int range) {
    return range < 2 ? range + 1 : ((2 + (range & 1)) << (range / 2 - 1)) + 1;
  }

  /** How many bits say which amount of a range it is. */
  static int extraBitsOf(int range) {
    return range < 2 ? 0 : range / 2 - 1;
  }

  /** The range of a symbol that is not {@link #ESCAPE}. */
  static int rangeOfSymbol(int symbol) {
    return symbol < RUNS ? symbol : (symbol - RUNS) % MAGNITUDES;
  }

  /** The context that a symbol leaves behind. */
  static int contextAfter(int symbol) {
    if (symbol < RUNS) {
      return symbol < 2 ? 0 : symbol < 6 ? 1 : START;
    }
    int range = symbol == ESCAPE ? MAGNITUDES : rangeOfSymbol(symbol);
    return range < 2 ? 3 + range : range < 4 ? 5 : range < 7 ? 6 : 7;
  }
}
