package io.vigil.gateway.history;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * One row of the history: a block, and where in the log its readings lay.
 *
 * @param firstOffset decides which of two readings of the same time was first
 */
record Fragment(long firstOffset, ByteBuffer block) {
  private static final Pattern DASH = Pattern.compile("-");
  private static final int PARTS = 3;

  /**
   * @param name {@code <kafka partition>-<first offset>-<last offset>}
   */
  static Fragment of(String name, ByteBuffer block) {
    String[] parts = DASH.split(name, -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("not the name of a fragment: " + name);
    }
    return new Fragment(Long.parseLong(parts[1]), block);
  }
}
