package io.vigil.bench.storage;

import fi.iki.yak.ts.compression.gorilla.GorillaCompressor;
import fi.iki.yak.ts.compression.gorilla.GorillaDecompressor;
import fi.iki.yak.ts.compression.gorilla.LongArrayInput;
import fi.iki.yak.ts.compression.gorilla.LongArrayOutput;
import fi.iki.yak.ts.compression.gorilla.Pair;
import io.vigil.schema.block.ReadingColumns;

/** Readings as Facebook's Gorilla keeps them: times in milliseconds, values as doubles. */
final class Gorilla {
  private static final double HUNDREDTHS = 100;

  private Gorilla() {}

  static long[] encode(ReadingColumns readings) {
    LongArrayOutput out = new LongArrayOutput();
    GorillaCompressor compressor = new GorillaCompressor(readings.timeAt(0), out);
    for (int i = 0; i < readings.size(); i++) {
      compressor.addValue(readings.timeAt(i), readings.valueAt(i) / HUNDREDTHS);
    }
    compressor.close();
    return out.getLongArray();
  }

  /** Fills the columns and returns how many readings there were. */
  static int decode(long[] block, long[] times, double[] values) {
    GorillaDecompressor decompressor = new GorillaDecompressor(new LongArrayInput(block));
    int n = 0;
    for (Pair pair = decompressor.readPair(); pair != null; pair = decompressor.readPair()) {
      times[n] = pair.getTimestamp();
      values[n++] = pair.getDoubleValue();
    }
    return n;
  }
}
