package io.vigil.schema.block;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a block of version 2 tells before its columns.
 *
 * @param summary of at least one reading
 * @param open where the columns end, if the block can be appended to
 */
record BlockHeader(BlockSummary summary, Column times, Column values, @Nullable Open open) {
  static final int VERSION = 2;

  private static final int OPEN = 1;
  private static final int VALUES_FOLLOW = 2;

  /**
   * The columns' ends.
   *
   * @param lastValue the value of the last reading, in hundredths
   * @param lastStep of the values, in units
   */
  record Open(StepSymbols.End times, StepSymbols.End values, int lastValue, long lastStep) {}

  void write(ByteArrayOutputStream out) {
    out.write(VERSION);
    out.write((open == null ? 0 : OPEN) | (values.follows() ? VALUES_FOLLOW : 0));
    out.write(times.code() << 4 | values.code());
    Varints.write(out, summary.count());
    Varints.writeSigned(out, times.first());
    Varints.write(out, times.unit());
    Varints.writeSigned(out, times.step());
    Varints.writeSigned(out, stepsAhead());
    Varints.writeSigned(out, values.first());
    Varints.write(out, values.unit());
    Varints.write(out, (values.first() - summary.min()) / values.unit());
    Varints.write(out, (summary.max() - values.first()) / values.unit());
    Varints.writeSigned(out, sumAhead());
    if (open != null) {
      writeEnd(out, open.times);
      writeEnd(out, open.values);
      Varints.writeSigned(out, (open.lastValue - values.first()) / values.unit());
      Varints.writeSigned(out, open.lastStep);
    }
  }

  /** How many units the last time is after the one that was expected, at the first step always. */
  private long stepsAhead() {
    long span = (summary.lastMs() - summary.firstMs()) / times.unit();
    return span - (summary.count() - 1) * times.step();
  }

  private long sumAhead() {
    return (summary.sum() - summary.count() * values.first()) / values.unit();
  }

  private static void writeEnd(ByteArrayOutputStream out, StepSymbols.End end) {
    out.write(end.context() << 1 | (end.falling() ? 1 : 0));
    Varints.write(out, end.pending());
  }

  /** Reads what follows the version and a number of readings that is not 0. */
  static BlockHeader read(ByteBuffer in, int flags, int codes, int count) {
    if ((flags & ~(OPEN | VALUES_FOLLOW)) != 0) {
      throw new MalformedBlockException("unknown flags " + flags);
    }
    Column times =
        new Column(
            Varints.readSigned(in), readUnit(in), Varints.readSigned(in), false, codes >>> 4 & 0xF);
    long lastMs =
        times.first() + ((count - 1) * times.step() + Varints.readSigned(in)) * times.unit();
    Column values =
        new Column(
            Varints.readSigned(in), readUnit(in), 0, (flags & VALUES_FOLLOW) != 0, codes & 0xF);
    int min = hundredths(values.first() - Varints.read(in) * values.unit());
    int max = hundredths(values.first() + Varints.read(in) * values.unit());
    long sum = count * values.first() + Varints.readSigned(in) * values.unit();
    BlockSummary summary = new BlockSummary(count, times.first(), lastMs, min, max, sum);
    Open open = (flags & OPEN) == 0 ? null : readOpen(in, values);
    return new BlockHeader(summary, times, values, open);
  }

  private static Open readOpen(ByteBuffer in, Column values) {
    StepSymbols.End times = readEnd(in);
    StepSymbols.End ofValues = readEnd(in);
    int last = hundredths(values.first() + Varints.readSigned(in) * values.unit());
    return new Open(times, ofValues, last, Varints.readSigned(in));
  }

  private static StepSymbols.End readEnd(ByteBuffer in) {
    long packed = Varints.read(in);
    long pending = Varints.read(in);
    if (packed < 0 || packed >= 2 * Symbols.CONTEXTS || pending < 0 || pending > BlockCodec.MAX) {
      throw new MalformedBlockException("a column that does not end as columns do");
    }
    return new StepSymbols.End((int) packed >>> 1, (packed & 1) != 0, pending);
  }

  private static long readUnit(ByteBuffer in) {
    long unit = Varints.read(in);
    if (unit < 1) {
      throw new MalformedBlockException("steps in units of " + unit);
    }
    return unit;
  }

  private static int hundredths(long value) {
    if (value != (int) value) {
      throw new MalformedBlockException("a value beyond 32 bits");
    }
    return (int) value;
  }
}
