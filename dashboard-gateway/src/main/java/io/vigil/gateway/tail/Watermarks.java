package io.vigil.gateway.tail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how far the pipeline has got: the ingest time before which every reading has been read from
 * the log, over all partitions. What ingest promises of a partition counts once everything that lay
 * in the partition when the promise was read has been read as well. Used by one thread.
 */
final class Watermarks {
  /** An instance that is this far behind the others of its partition is taken for dead. */
  static final long INSTANCE_HEARD_WITHIN_MS = 5_000;

  private final List<PartitionMark> partitions = new ArrayList<>();

  private static final class PartitionMark {
    private final Map<String, Long> promises = new HashMap<>();
    private long promised;
    private long promisedUpToOffset = Long.MAX_VALUE;
    private boolean pending;
    private long reached;
  }

  Watermarks(int partitions) {
    for (int i = 0; i < partitions; i++) {
      this.partitions.add(new PartitionMark());
    }
  }

  /** Ingest instance {@code instance} promises this time, in milliseconds, of this partition. */
  void promised(int partition, String instance, long timeMs) {
    if (partition >= partitions.size()) {
      return;
    }
    partitions.get(partition).promises.merge(instance, timeMs, Math::max);
  }

  /**
   * Fixes what the promises so far take to be fulfilled.
   *
   * @param ends the end of each partition of readings, asked for after the promises were read
   */
  void fix(Offsets ends) {
    for (int i = 0; i < partitions.size(); i++) {
      PartitionMark mark = partitions.get(i);
      if (!mark.pending && !mark.promises.isEmpty()) {
        mark.promised = leastOfTheLiving(mark.promises);
        mark.promisedUpToOffset = ends.get(i);
        mark.pending = true;
      }
    }
  }

  /**
   * Takes note of how far each partition of readings has been read.
   *
   * @return what has been reached, in milliseconds since the epoch; 0 as long as nothing is known
   *     of some partition
   */
  long read(Offsets positions) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < partitions.size(); i++) {
      PartitionMark mark = partitions.get(i);
      if (mark.pending && positions.get(i) >= mark.promisedUpToOffset) {
        mark.reached = Math.max(mark.reached, mark.promised);
        mark.pending = false;
      }
      least = Math.min(least, mark.reached);
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }

  private static long leastOfTheLiving(Map<String, Long> promises) {
    long newest = promises.values().stream().mapToLong(Long::longValue).max().orElse(0);
    promises.values().removeIf(time -> time < newest - INSTANCE_HEARD_WITHIN_MS);
    return promises.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }
}
