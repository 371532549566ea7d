package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote; throws {@link IllegalArgumentException} on all else. */
public final class StateReader {
  private final byte[] bytes;
  private int at = 1;
  private long timeBefore;

  public StateReader(byte[] bytes, byte version) {
    if (bytes.length == 0 || bytes[0] != version) {
      throw new IllegalArgumentException("state of another version than " + version);
    }
    this.bytes = bytes;
  }

  public int count() {
    long count = unsigned();
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("not a count: " + count);
    }
    return (int) count;
  }

  public int value() {
    return (int) unzigzag(unsigned());
  }

  public long number() {
    return unzigzag(unsigned());
  }

  public long time() {
    long distance = unsigned();
    if (distance == 0) {
      return NONE;
    }
    timeBefore += unzigzag(distance - 1);
    return timeBefore;
  }

  String text() {
    int length = count();
    if (length > bytes.length - at) {
      throw endsEarly();
    }
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  @Nullable Episode episode(AlertRule rule) {
    int revision = count();
    if (revision == 0) {
      return null;
    }
    AlertPriority priority = priorityOf(count());
    return new Episode(rule, priority, time(), revision);
  }

  private static AlertPriority priorityOf(int code) {
    return switch (code) {
      case 1 -> AlertPriority.HIGH;
      case 2 -> AlertPriority.MEDIUM;
      case 3 -> AlertPriority.LOW;
      default -> throw new IllegalArgumentException("not a priority: " + code);
    };
  }

  private static long unzigzag(long number) {
    return (number >>> 1) ^ -(number & 1);
  }

  private long unsigned() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at == bytes.length) {
        throw endsEarly();
      }
      byte next = bytes[at++];
      number |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  private static IllegalArgumentException endsEarly() {
    return new IllegalArgumentException("the state ends early");
  }
}
