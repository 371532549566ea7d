package io.vigil.generator.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, of which never more than one is in memory, and never more of it than a
 * line may have.
 */
final class BoundedLines {
  private static final int LONGEST = 256;

  private final InputStream in;
  private final long mostBytes;
  private final byte[] line = new byte[LONGEST];
  private long bytes;
  private int number;
  private boolean tooLong;

  /**
   * @param mostBytes after which the stream is refused
   */
  BoundedLines(InputStream in, long mostBytes) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.mostBytes = mostBytes;
  }

  /** The next line without its end, as far as a line may go; null after the last. */
  @Nullable String next() throws IOException {
    int length = 0;
    int one = read();
    if (one < 0) {
      return null;
    }
    tooLong = false;
    number++;
    for (; one >= 0 && one != '\n'; one = read()) {
      if (length < LONGEST) {
        line[length++] = (byte) one;
      } else {
        tooLong = true;
      }
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Of the last line, from 1. */
  int number() {
    return number;
  }

  /** Whether the last line had more than a line may have. */
  boolean isTooLong() {
    return tooLong;
  }

  private int read() throws IOException {
    int one = in.read();
    if (one >= 0 && ++bytes > mostBytes) {
      throw ReplayRefused.tooLarge(mostBytes);
    }
    return one;
  }
}
