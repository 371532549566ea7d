package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
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

  void flag(boolean flag) {
    count(flag ? 1 : 0);
  }

  void text(@Nullable String text) {
    if (text == null) {
      count(0);
      return;
    }
    byte[] utf8 = text.getBytes(UTF_8);
    count(utf8.length + 1);
    for (byte one : utf8) {
      put(one);
    }
  }

  private void decimal(@Nullable BigDecimal number) {
    text(number == null ? null : number.toPlainString());
  }

  void presence(ToldPresence told) {
    count(
        switch (told) {
          case UNTOLD -> 0;
          case SPEAKING -> 1;
          case SILENT -> 2;
        });
  }

  void vital(Vital vital) {
    count(vital.toWire().getNumber());
  }

  void limits(Limits limits) {
    count(limits.byVital().size());
    limits
        .byVital()
        .forEach(
            (vital, ofVital) -> {
              vital(vital);
              decimal(ofVital.high());
              decimal(ofVital.low());
              decimal(ofVital.extremeHigh());
              decimal(ofVital.extremeLow());
            });
  }

  void episode(@Nullable Episode episode) {
    flag(episode != null);
    if (episode != null) {
      count(codeOf(episode.priority()));
      time(episode.onsetMs());
      finding(episode.finding());
      count(episode.revision());
      time(episode.announcedAtMs());
      count(episode.circle());
      acknowledgement(episode.acknowledgement());
    }
  }

  private void finding(Finding finding) {
    decimal(finding.value());
    decimal(finding.limit());
    text(finding.text());
    text(finding.source());
    text(finding.group());
  }

  private void acknowledgement(@Nullable Acknowledgement taken) {
    flag(taken != null);
    if (taken != null) {
      text(taken.by());
      text(taken.note());
      time(taken.atMs());
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
