package io.vigil.schema.block;

import io.vigil.schema.block.BlockHeader.Open;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes blocks of version 2, and appends to those that are open. */
final class BlockWriter {
  private static final int SECOND_MS = 1_000;
  private static final int HUNDREDTHS = 100;

  private BlockWriter() {}

  static byte[] write(ReadingColumns readings, boolean open) {
    int n = readings.size();
    if (n > BlockCodec.MAX) {
      throw new IllegalArgumentException(n + " readings, at most " + BlockCodec.MAX);
    }
    if (n == 0) {
      return Checksum.seal(new byte[] {BlockHeader.VERSION, 0, 0, 0});
    }
    long[] numbers = new long[n];
    Arrays.setAll(numbers, readings::timeAt);
    long timeUnit = unit(numbers, SECOND_MS);
    Column.Fit times = Column.fit(numbers, timeUnit, usualStep(numbers, timeUnit), false);
    Arrays.setAll(numbers, readings::valueAt);
    Column.Fit values = Column.fit(numbers, unit(numbers, grid(numbers[0])), 0, true);
    Open end = null;
    if (open) {
      long lastStep = n == 1 ? 0 : (numbers[n - 1] - numbers[n - 2]) / values.column().unit();
      end =
          new Open(
              times.symbols().end(), values.symbols().end(), readings.valueAt(n - 1), lastStep);
    }
    BlockHeader header =
        new BlockHeader(BlockSummary.of(readings), times.column(), values.column(), end);
    return BlockLayout.write(
        header,
        times.symbols().appendTo(new Bits(), times.column().stepCode()),
        values.symbols().appendTo(new Bits(), values.column().stepCode()));
  }

  /**
   * The open block with later readings, or null if it is not open, has to be written anew for them,
   * or would double.
   */
  static byte @Nullable [] append(byte[] block, ReadingColumns later) {
    BlockLayout layout = BlockLayout.read(Checksum.open(block));
    BlockHeader header = layout.header();
    if (header == null
        || header.open() == null
        || doubles(header.summary().count(), later.size())) {
      return null;
    }
    StepSymbols times = new StepSymbols(header.open().times());
    StepSymbols values = new StepSymbols(header.open().values());
    long time = header.summary().lastMs();
    long value = header.open().lastValue();
    long step = header.open().lastStep();
    Column ofTimes = header.times();
    Column ofValues = header.values();
    for (int i = 0; i < later.size(); i++) {
      long after = later.timeAt(i) - time;
      long change = later.valueAt(i) - value;
      if (after <= 0 || after % ofTimes.unit() != 0 || change % ofValues.unit() != 0) {
        return null;
      }
      times.add(after / ofTimes.unit() - ofTimes.step());
      values.add(change / ofValues.unit() - (ofValues.follows() ? step : 0));
      step = change / ofValues.unit();
      time = later.timeAt(i);
      value = later.valueAt(i);
    }
    BlockHeader longer =
        new BlockHeader(
            header.summary().and(BlockSummary.of(later)),
            ofTimes,
            ofValues,
            new Open(times.end(), values.end(), (int) value, step));
    byte[] timeBits = Arrays.copyOfRange(block, layout.timesFrom(), layout.valuesFrom());
    byte[] valueBits = Arrays.copyOfRange(block, layout.valuesFrom(), layout.end());
    return BlockLayout.write(
        longer,
        times.appendTo(new Bits(timeBits), ofTimes.stepCode()),
        values.appendTo(new Bits(valueBits), ofValues.stepCode()));
  }

  private static boolean doubles(int before, int more) {
    return Integer.highestOneBit(before + more) != Integer.highestOneBit(before);
  }

  /** The largest divisor of all steps and of this; 1 where a step is beyond 64 bits. */
  private static long unit(long[] numbers, long grid) {
    long unit = grid;
    for (int i = 1; i < numbers.length && unit > 1; i++) {
      long step = numbers[i] - numbers[i - 1];
      boolean overflows = ((numbers[i] ^ numbers[i - 1]) & (numbers[i] ^ step)) < 0;
      unit = overflows ? 1 : gcd(unit, Math.abs(step));
    }
    return unit;
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  /** The coarsest decimal grid that a value, in hundredths, lies on. */
  private static long grid(long value) {
    return value % HUNDREDTHS == 0 ? HUNDREDTHS : value % 10 == 0 ? 10 : 1;
  }

  /** The step that most of the times take, in units, or else their mean. */
  private static long usualStep(long[] times, long unit) {
    if (times.length == 1) {
      return 1;
    }
    long candidate = 0;
    int votes = 0;
    for (int i = 1; i < times.length; i++) {
      long step = times[i] - times[i - 1];
      candidate = votes == 0 ? step : candidate;
      votes += step == candidate ? 1 : -1;
    }
    if (votes > 0) {
      return candidate / unit;
    }
    return (times[times.length - 1] - times[0]) / unit / (times.length - 1);
  }
}
