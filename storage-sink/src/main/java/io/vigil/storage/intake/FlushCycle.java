package io.vigil.storage.intake;

import io.vigil.storage.history.FragmentWriter;
import io.vigil.storage.record.DecodedRecord;
import io.vigil.storage.record.PartitionGather;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what comes and sends it into the history, one flush after the other: while one is on its
 * way the next is gathered. Tells which offsets may be committed. For one thread; never waits but
 * in {@link #finish}.
 */
final class FlushCycle {
  private final FragmentWriter writer;
  private final RejectedRecords rejected;
  private final IntakeProperties properties;
  private final IntakeMetrics metrics;
  private final LongSupplier nanoTime;

  private Gather gather = new Gather();
  private long gatheringSince;
  private @Nullable Flush flush;
  private long flushingSince;
  private boolean failing;
  private long retryAt;

  /**
   * @param nanoTime counts nanoseconds and never goes back
   */
  FlushCycle(
      FragmentWriter writer,
      RejectedRecords rejected,
      IntakeProperties properties,
      IntakeMetrics metrics,
      LongSupplier nanoTime) {
    this.writer = writer;
    this.rejected = rejected;
    this.properties = properties;
    this.metrics = metrics;
    this.nanoTime = nanoTime;
  }

  /** Takes the next record of its partition. */
  void add(ConsumerRecord<byte[], byte[]> record, DecodedRecord decoded) {
    if (gather.isEmpty()) {
      gatheringSince = nanoTime.getAsLong();
    }
    gather.add(record, decoded);
    if (!decoded.rejections().isEmpty()) {
      gather.add(new Parking(record, decoded.rejections().get(0), rejected));
    }
  }

  /** How much is in memory that is not durable yet: readings and parked records. */
  int held() {
    Flush current = flush;
    return gather.held() + (current == null ? 0 : current.held());
  }

  /**
   * Takes note of what has become durable, and begins what is due: the next flush, or another
   * attempt.
   *
   * @return the offset to commit for each partition of which more is durable than before
   */
  Map<Integer, Long> advance() {
    Map<Integer, Long> durable = settle();
    Flush current = flush;
    if (current == null && isDue()) {
      begin();
    } else if (current != null && failing && nanoTime.getAsLong() - retryAt >= 0) {
      retry(current);
    }
    return durable;
  }

  /**
   * Sends everything that was gathered and waits for it, at most so long.
   *
   * @return as {@link #advance}
   */
  Map<Integer, Long> finish(Duration atMost) {
    long deadline = nanoTime.getAsLong() + atMost.toNanos();
    Map<Integer, Long> durable = new HashMap<>(settle());
    Flush current = flush;
    if (current != null) {
      if (failing) {
        retry(current);
      }
      current.await(deadline - nanoTime.getAsLong());
      durable.putAll(settle());
    }
    if (flush == null && !gather.isEmpty()) {
      begin().await(deadline - nanoTime.getAsLong());
      durable.putAll(settle());
    }
    return durable;
  }

  /** Drops what is left of these partitions: whoever reads them now reads that again. */
  void forget(Set<Integer> partitions) {
    int readings = gather.forget(partitions);
    Flush current = flush;
    if (current != null) {
      readings += current.forget(partitions);
      flush = current.covered().isEmpty() ? null : current;
    }
    metrics.handedOver(readings);
  }

  private boolean isDue() {
    return !gather.isEmpty()
        && (gather.held() >= properties.flushReadings()
            || nanoTime.getAsLong() - gatheringSince >= properties.flushEvery().toNanos());
  }

  private Flush begin() {
    Flush begun = new Flush(gather, writer, rejected);
    flush = begun;
    flushingSince = nanoTime.getAsLong();
    failing = false;
    gather = new Gather();
    return begun;
  }

  private void retry(Flush current) {
    failing = false;
    current.retry();
  }

  private Map<Integer, Long> settle() {
    Flush current = flush;
    if (current == null || failing || !current.isSettled()) {
      return Map.of();
    }
    if (!current.isDurable()) {
      failing = true;
      retryAt = nanoTime.getAsLong() + properties.retryAfter().toNanos();
      metrics.flushFailed();
      return Map.of();
    }
    flush = null;
    Map<Integer, Long> durable = new HashMap<>();
    for (PartitionGather partition : current.covered()) {
      durable.put(partition.partition(), partition.nextOffset());
      metrics.forwarded(partition.readingsTaken());
    }
    metrics.flushed(Duration.ofNanos(nanoTime.getAsLong() - flushingSince));
    return durable;
  }
}
