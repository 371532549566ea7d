package io.vigil.generator.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Lines of ASCII text that wait to be written, made without an object each. */
final class Lines {
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes = new byte[8_192];
  private int length;

  Lines text(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  Lines number(long number) {
    if (number < 0) {
      return text(Long.toString(number));
    }
    room(LONGEST_NUMBER);
    int end = length + digits(number);
    long rest = number;
    for (int i = end - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
    return this;
  }

  Lines comma() {
    room(1);
    bytes[length++] = ',';
    return this;
  }

  void end() {
    room(1);
    bytes[length++] = '\n';
  }

  /** The event time, patient, vital, value and seq of a reading: what queue and ledger share. */
  Lines reading(Reading reading) {
    return number(reading.timeMs())
        .comma()
        .text(reading.patient())
        .text(StoredReadings.VITAL)
        .number(reading.hundredths())
        .comma()
        .number(reading.seq());
  }

  int length() {
    return length;
  }

  ByteBuffer content() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  void clear() {
    length = 0;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
