package io.vigil.alert.reception;

import io.vigil.alert.rule.StateReader;
import io.vigil.alert.rule.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers that a device gives its readings say of one minute: how many of them never came.
 * A device that numbers several vitals in turn is understood by the step of its numbers.
 */
final class Sequence {
  private boolean counts;
  private int device;
  private long last;

  /** The least distance of two numbers that follow each other; 0 while only one is known. */
  private long step;

  private long passed;
  private int came;

  /** Takes in the number of a reading that came after all others in event time. */
  void next(String device, long number) {
    boolean follows = counts && this.device == device.hashCode() && number > last;
    if (follows) {
      long distance = number - last;
      step = step == 0 ? distance : Math.min(step, distance);
      passed += distance;
      came++;
    } else {
      // The device counts from the beginning, or it is another one.
      step = 0;
      passed = 0;
      came = 0;
    }
    counts = true;
    this.device = device.hashCode();
    last = number;
  }

  /** One of the numbers that were passed over has come. */
  void came() {
    if (counts) {
      came++;
    }
  }

  @Nullable Integer missing() {
    if (!counts) {
      return null;
    }
    return step == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.max(0, passed / step - came));
  }

  /** A new minute begins. */
  void startAnew() {
    passed = 0;
    came = 0;
  }

  void writeTo(StateWriter to) {
    to.count(counts ? 1 : 0);
    if (counts) {
      to.value(device);
      to.number(last);
      to.number(step);
      to.number(passed);
      to.count(came);
    }
  }

  static Sequence readFrom(StateReader from) {
    Sequence read = new Sequence();
    read.counts = from.count() == 1;
    if (read.counts) {
      read.device = from.value();
      read.last = from.number();
      read.step = from.number();
      read.passed = from.number();
      read.came = from.count();
    }
    return read;
  }
}
