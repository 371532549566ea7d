package io.vigil.bench.storage;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.Sample;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Decodes the same hours again and again for some seconds of processor time, on one thread, into
 * columns of times and values; each is verified before.
 */
final class Decoding {
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private Decoding() {}

  static Contender ofBlocks(List<ReadingColumns> hours, int seconds) {
    BlockCodec codec = new BlockCodec();
    List<byte[]> blocks = hours.stream().map(codec::encode).toList();
    for (int i = 0; i < hours.size(); i++) {
      verify(codec.decode(blocks.get(i)).equals(hours.get(i)));
    }
    return round -> sample(blocks.size(), seconds, i -> codec.decode(blocks.get(i)).size());
  }

  static Contender ofGorilla(List<ReadingColumns> hours, int seconds) {
    List<long[]> blocks = hours.stream().map(Gorilla::encode).toList();
    for (int i = 0; i < hours.size(); i++) {
      verifyGorilla(blocks.get(i), hours.get(i));
    }
    return round ->
        sample(
            blocks.size(),
            seconds,
            i -> {
              int count = hours.get(i).size();
              return Gorilla.decode(blocks.get(i), new long[count], new double[count]);
            });
  }

  private static void verifyGorilla(long[] block, ReadingColumns hour) {
    long[] times = new long[hour.size()];
    double[] values = new double[hour.size()];
    verify(Gorilla.decode(block, times, values) == hour.size());
    for (int i = 0; i < times.length; i++) {
      verify(times[i] == hour.timeAt(i) && Math.round(values[i] * 100) == hour.valueAt(i));
    }
  }

  private static void verify(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("other readings were decoded than were encoded");
    }
  }

  private static Sample sample(int blocks, int seconds, IntUnaryOperator decode) {
    long wall = System.nanoTime();
    long start = cpuNanos();
    long spent = 0;
    long readings = 0;
    while (spent < seconds * NANOS_A_SECOND) {
      for (int i = 0; i < blocks; i++) {
        readings += decode.applyAsInt(i);
      }
      spent = cpuNanos() - start;
    }
    return new Sample(
        readings,
        (double) (System.nanoTime() - wall) / NANOS_A_SECOND,
        (double) spent / NANOS_A_SECOND);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
