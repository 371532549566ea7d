package io.vigil.schema.block;

/**
 * What a block's header tells of its readings, without the body being read. Without readings, all
 * is 0.
 *
 * @param count how many readings
 * @param firstMs the event time of the first, in milliseconds since the epoch
 * @param lastMs the event time of the last
 * @param min the lowest value, in hundredths of the unit
 * @param max the highest value
 * @param sum of all values
 */
public record BlockSummary(int count, long firstMs, long lastMs, int min, int max, long sum) {
  static final BlockSummary EMPTY = new BlockSummary(0, 0, 0, 0, 0, 0);

  static BlockSummary of(ReadingColumns readings) {
    if (readings.isEmpty()) {
      return EMPTY;
    }
    int min = readings.valueAt(0);
    int max = min;
    long sum = 0;
    for (int i = 0; i < readings.size(); i++) {
      min = Math.min(min, readings.valueAt(i));
      max = Math.max(max, readings.valueAt(i));
      sum += readings.valueAt(i);
    }
    int last = readings.size() - 1;
    return new BlockSummary(
        readings.size(), readings.timeAt(0), readings.timeAt(last), min, max, sum);
  }

  /** Of these readings and later ones; neither is empty. */
  BlockSummary and(BlockSummary later) {
    return new BlockSummary(
        count + later.count,
        firstMs,
        later.lastMs,
        Math.min(min, later.min),
        Math.max(max, later.max),
        sum + later.sum);
  }
}
