package io.vigil.schema.block;

/** Reads the columns of a block, in arrays of their own. */
final class Columns {
  private static final String TOO_MANY = "more readings than counted";

  private Columns() {}

  /**
   * The times.
   *
   * @throws MalformedBlockException if they are not so many, or do not ascend
   */
  static long[] times(int count, Column column, StepReader steps) {
    long[] times = new long[count];
    long usual = column.step() * column.unit();
    times[0] = column.first();
    boolean plain = isPlain(usual) && Math.abs(column.first()) <= 1L << 62;
    int n = 1;
    while (steps.next()) {
      int run = steps.isRun() ? steps.run() : 1;
      if (run > count - n) {
        throw new MalformedBlockException(TOO_MANY);
      }
      if (steps.isRun()) {
        fill(times, n, n + run, usual);
      } else {
        long step = usual + steps.off() * column.unit();
        times[n] = times[n - 1] + step;
        plain &= isPlain(step);
      }
      n += run;
    }
    fill(times, n, count, usual);
    return plain ? times : ascending(times);
  }

  /**
   * Whether a million such steps ascend and stay within 64 bits, so that none need be looked at.
   */
  private static boolean isPlain(long step) {
    return step > 0 && step <= 1L << 40;
  }

  private static void fill(long[] times, int from, int to, long step) {
    long first = times[from - 1];
    for (int i = from; i < to; i++) {
      times[i] = first + (i - from + 1) * step;
    }
  }

  private static long[] ascending(long[] times) {
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new MalformedBlockException("times do not ascend");
      }
    }
    return times;
  }

  /**
   * The values, in hundredths.
   *
   * @throws MalformedBlockException if they are not so many, or beyond 32 bits
   */
  static int[] values(int count, Column column, StepReader steps) {
    return column.follows() ? following(count, column, steps) : resting(count, column, steps);
  }

  private static int[] resting(int count, Column column, StepReader steps) {
    int[] values = new int[count];
    long value = column.first();
    values[0] = (int) value;
    long lost = value ^ (int) value;
    int n = 1;
    while (steps.next()) {
      if (steps.isRun()) {
        int run = steps.run();
        if (run > count - n) {
          throw new MalformedBlockException(TOO_MANY);
        }
        for (int last = n + run; n < last; n++) {
          values[n] = (int) value;
        }
      } else {
        if (n == count) {
          throw new MalformedBlockException(TOO_MANY);
        }
        value += steps.off() * column.unit();
        values[n++] = (int) value;
        lost |= value ^ (int) value;
      }
    }
    for (; n < count; n++) {
      values[n] = (int) value;
    }
    return verified(values, lost);
  }

  private static int[] following(int count, Column column, StepReader steps) {
    int[] values = new int[count];
    long value = column.first();
    long step = 0;
    values[0] = (int) value;
    long lost = value ^ (int) value;
    int n = 1;
    while (steps.next()) {
      int run = 1;
      if (steps.isRun()) {
        run = steps.run();
      } else {
        step += steps.off() * column.unit();
      }
      if (run > count - n) {
        throw new MalformedBlockException(TOO_MANY);
      }
      for (int last = n + run; n < last; n++) {
        value += step;
        values[n] = (int) value;
        lost |= value ^ (int) value;
      }
    }
    for (; n < count; n++) {
      value += step;
      values[n] = (int) value;
      lost |= value ^ (int) value;
    }
    return verified(values, lost);
  }

  private static int[] verified(int[] values, long lost) {
    if (lost != 0) {
      throw new MalformedBlockException("a value beyond 32 bits");
    }
    return values;
  }
}
