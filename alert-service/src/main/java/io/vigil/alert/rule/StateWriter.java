package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.AlertPriority;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes state compactly: a version byte, then variable-length integers of seven bits a byte, times
 * as the distance from the time before.
 */
public final class StateWriter {
  private byte[] bytes = new byte[128];
  private int size;
  private long timeBefore;

  public StateWriter(byte version) {
    put(version);
  }

  /** A number that is not negative. */
  public void count(int count) {
    unsigned(count);
  }

  public void value(int value) {
    unsigned(zigzag(value));
  }

  /** Any number; small ones are short. */
  public void number(long number) {
    unsigned(zigzag(number));
  }

  /** A time, or {@link Times#NONE}. */
  public void time(long time) {
    if (time == NONE) {
      unsigned(0);
    } else {
      unsigned(zigzag(time - timeBefore) + 1);
      timeBefore = time;
    }
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    count(utf8.length);
    for (byte one : utf8) {
      put(one);
    }
  }

  void episode(@Nullable Episode episode) {
    if (episode == null) {
      count(0);
    } else {
      count(episode.revision());
      count(codeOf(episode.priority()));
      time(episode.onsetMs());
    }
  }

  private static int codeOf(AlertPriority priority) {
    return switch (priority) {
      case HIGH -> 1;
      case MEDIUM -> 2;
      case LOW -> 3;
    };
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private static long zigzag(long number) {
    return (number << 1) ^ (number >> 63);
  }

  private void unsigned(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      put((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  private void put(byte one) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = one;
  }
}
