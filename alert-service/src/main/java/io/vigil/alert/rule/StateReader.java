package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
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

  boolean flag() {
    return count() > 0;
  }

  String text() {
    String text = textOrNone();
    if (text == null) {
      throw new IllegalArgumentException("a text that is none");
    }
    return text;
  }

  private @Nullable String textOrNone() {
    int length = count() - 1;
    if (length < 0) {
      return null;
    }
    if (length > bytes.length - at) {
      throw endsEarly();
    }
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  private @Nullable BigDecimal decimal() {
    String text = textOrNone();
    return text == null ? null : new BigDecimal(text);
  }

  ToldPresence presence() {
    int code = count();
    return switch (code) {
      case 0 -> ToldPresence.UNTOLD;
      case 1 -> ToldPresence.SPEAKING;
      case 2 -> ToldPresence.SILENT;
      default -> throw new IllegalArgumentException("not a presence: " + code);
    };
  }

  Vital vital() {
    int number = count();
    io.vigil.schema.wire.@Nullable Vital wire = io.vigil.schema.wire.Vital.forNumber(number);
    if (wire == null) {
      throw new IllegalArgumentException("not a vital: " + number);
    }
    return Vital.ofWire(wire)
        .orElseThrow(() -> new IllegalArgumentException("not a vital: " + number));
  }

  Limits limits() {
    Map<Vital, VitalLimits> byVital = new EnumMap<>(Vital.class);
    int count = count();
    for (int i = 0; i < count; i++) {
      byVital.put(vital(), new VitalLimits(decimal(), decimal(), decimal(), decimal()));
    }
    return new Limits(byVital);
  }

  @Nullable Episode episode() {
    if (!flag()) {
      return null;
    }
    return new Episode(
        priorityOf(count()), time(), finding(), count(), time(), count(), acknowledgement());
  }

  private Finding finding() {
    return new Finding(decimal(), decimal(), text(), textOrNone(), textOrNone());
  }

  private @Nullable Acknowledgement acknowledgement() {
    return flag() ? new Acknowledgement(text(), textOrNone(), time()) : null;
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
