package io.vigil.schema.block;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A set of prefix codes for the symbols of steps, one for each context. The codes are canonical:
 * they follow from their lengths, which are in the resource {@code step-codes.txt}. Immutable.
 */
final class StepCode {
  /** No code is longer. */
  static final int MAX_BITS = 10;

  /** The slot of extra bits that follow extra bits; its code has no bits. */
  static final int NO_SLOT = Symbols.CONTEXTS * Symbols.COUNT;

  private static final String RESOURCE = "step-codes.txt";
  private static final List<StepCode> ALL = read();

  private final byte[] lengths = new byte[NO_SLOT + 1];
  private final short[] codes = new short[NO_SLOT + 1];
  private final int[] lookup = new int[Symbols.CONTEXTS << MAX_BITS];

  private StepCode(List<String> lines) {
    for (int context = 0; context < Symbols.CONTEXTS; context++) {
      assign(context, lines.get(lines.size() == 1 ? 0 : context));
    }
  }

  /** The sets by their numbers in blocks, 16 of them. */
  static List<StepCode> all() {
    return ALL;
  }

  static int slot(int context, int symbol) {
    return context * Symbols.COUNT + symbol;
  }

  int lengthAt(int slot) {
    return lengths[slot];
  }

  int codeAt(int slot) {
    return codes[slot];
  }

  /** Entries by context and the next {@link #MAX_BITS} bits, as {@link Entry} lays them out. */
  int[] lookup() {
    return lookup;
  }

  /** Shorter codes come before longer ones, and those of one length in the symbols' order. */
  private void assign(int context, String line) {
    if (line.length() != Symbols.COUNT) {
      throw new IllegalStateException(RESOURCE + " has a line of " + line.length() + " symbols");
    }
    int next = 0;
    for (int length = 1; length <= MAX_BITS; length++) {
      for (int symbol = 0; symbol < Symbols.COUNT; symbol++) {
        if (Character.digit(line.charAt(symbol), 16) == length) {
          int rest = MAX_BITS - length;
          lengths[slot(context, symbol)] = (byte) length;
          codes[slot(context, symbol)] = (short) (next >>> rest);
          int entry = Entry.of(symbol, length);
          for (int end = next + (1 << rest); next < end; next++) {
            lookup[context << MAX_BITS | next] = entry;
          }
        }
      }
    }
    if (next != 1 << MAX_BITS) {
      throw new IllegalStateException(RESOURCE + " has a line that makes no whole code: " + line);
    }
  }

  private static List<StepCode> read() {
    try (InputStream in = StepCode.class.getResourceAsStream(RESOURCE)) {
      String text = new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), US_ASCII);
      List<StepCode> sets = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        if (!line.startsWith("set ")) {
          lines.add(line);
        } else if (!lines.isEmpty()) {
          sets.add(new StepCode(lines));
          lines.clear();
        }
      }
      sets.add(new StepCode(lines));
      return List.copyOf(sets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All that a decoder has to know of a symbol, in 32 bits. From the lowest:
   *
   * <pre>
   * 5 bits  how many bits code and extra bits have
   * 5 bits  how many the code has
   * 4 bits  where in the look-up table the next context begins, in units of 1,024
   * 2 bits  the kind
   * 4 bits  how many extra bits
   * 12 bits the least amount
   * </pre>
   */
  static final class Entry {
    static final int RUN = 0;
    static final int SAME = 1;
    static final int OPPOSITE = 2;
    static final int ESCAPE = 3;

    private Entry() {}

    static int of(int symbol, int codeBits) {
      int kind =
          symbol < Symbols.SAME
              ? RUN
              : symbol < Symbols.OPPOSITE ? SAME : symbol < Symbols.ESCAPE ? OPPOSITE : ESCAPE;
      int range = kind == ESCAPE ? 0 : Symbols.rangeOfSymbol(symbol);
      int extraBits = Symbols.extraBitsOf(range);
      return (codeBits + extraBits)
          | codeBits << 5
          | Symbols.contextAfter(symbol) << MAX_BITS
          | kind << 14
          | extraBits << 16
          | Symbols.leastOf(range) << 20;
    }

    /** As after a symbol that leaves this context behind. */
    static int before(int context) {
      return context << MAX_BITS;
    }

    static int bits(int entry) {
      return entry & 0x1F;
    }

    static int codeBits(int entry) {
      return entry >>> 5 & 0x1F;
    }

    static int next(int entry) {
      return entry & (0xF << MAX_BITS);
    }

    static int kind(int entry) {
      return entry >>> 14 & 0x3;
    }

    /** How far to shift what follows the code, one bit aside, so that the extra bits are left. */
    static int shift(int entry) {
      return Long.SIZE - 1 - (entry >>> 16 & 0xF);
    }

    static int least(int entry) {
      return entry >>> 20;
    }
  }
}
