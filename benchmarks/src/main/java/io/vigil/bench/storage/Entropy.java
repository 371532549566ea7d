package io.vigil.bench.storage;

import io.vigil.schema.block.ReadingColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many bits a reading's value takes at least, for whoever knows what usually follows what. */
final class Entropy {
  private Entropy() {}

  /**
   * The order-1 conditional entropy of the steps between values, in bits a reading: of a step, the
   * one before being known, as often as each pair comes in just these recordings.
   */
  static double ofSteps(List<ReadingColumns> recordings) {
    Map<Long, Integer> pairs = new HashMap<>();
    Map<Integer, Integer> firsts = new HashMap<>();
    int n = 0;
    for (ReadingColumns recording : recordings) {
      int before = 0;
      for (int i = 1; i < recording.size(); i++) {
        int step = recording.valueAt(i) - recording.valueAt(i - 1);
        pairs.merge(((long) before << Integer.SIZE) | (step & 0xFFFF_FFFFL), 1, Integer::sum);
        firsts.merge(before, 1, Integer::sum);
        before = step;
        n++;
      }
    }
    double bits = 0;
    for (Map.Entry<Long, Integer> pair : pairs.entrySet()) {
      int first = firsts.getOrDefault((int) (pair.getKey() >> Integer.SIZE), 1);
      bits -= pair.getValue() * Math.log((double) pair.getValue() / first) / Math.log(2);
    }
    return bits / n;
  }
}
