package io.vigil.storage.hot;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The hot window in the Hazelcast map of that name. Appends of one batch run side by side, at most
 * so many at once. Safe for threads; batches of the same series are to come one after the other, so
 * that the first value of a time in the log is the first in the map.
 */
final class HazelcastHotBlocks implements HotBlocks {
  private static final long SPAN_MS = HotWindow.BLOCK_SPAN.toMillis();

  /** Hazelcast would start a thread for each completion on a machine with few cores. */
  private static final Executor ON_THE_COMPLETING_THREAD = Runnable::run;

  private final BlockCodec codec = new BlockCodec();
  private final IMap<String, byte[]> map;
  private final Retention retention;
  private final InstantSource clock;
  private final HotProperties properties;
  private final HotMetrics metrics;

  HazelcastHotBlocks(
      HazelcastInstance hazelcast,
      Retention retention,
      InstantSource clock,
      HotProperties properties,
      HotMetrics metrics) {
    this.map = hazelcast.getMap(HotWindow.MAP);
    this.retention = retention;
    this.clock = clock;
    this.properties = properties;
    this.metrics = metrics;
  }

  @Override
  public Appended append(Map<SeriesKey, ReadingColumns> readings) {
    Batch batch = new Batch();
    readings.forEach(batch::append);
    return batch.await();
  }

  @Override
  public Optional<ReadingColumns> readings(SeriesKey series, long blockStartMs) {
    try {
      byte[] block = map.get(HotWindow.key(series.patient(), series.vital(), blockStartMs));
      return Optional.ofNullable(block).map(codec::decode);
    } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
      metrics.failed(e);
      return Optional.empty();
    }
  }

  @Override
  public boolean isEmpty() {
    try {
      return map.isEmpty();
    } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
      metrics.failed(e);
      return false;
    }
  }

  /** One call's appends, with the time that they have together. */
  private final class Batch {
    private final long nowMs = clock.millis();
    private final long deadline = System.nanoTime() + properties.writeTimeout().toNanos();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final Semaphore permits = new Semaphore(properties.writesInFlight());

    private void append(SeriesKey series, ReadingColumns columns) {
      long keptForMs = retention.of(series.patient()).toMillis();
      for (int i = 0; i < columns.size(); ) {
        long start = HotWindow.blockStart(columns.timeAt(i));
        ReadingColumns hour = columns.between(start, start + SPAN_MS);
        long ttlSeconds = (Math.min(start + SPAN_MS - nowMs, SPAN_MS) + keptForMs) / 1_000;
        if (ttlSeconds > 0) {
          append(HotWindow.key(series.patient(), series.vital(), start), hour, ttlSeconds);
        }
        i += hour.size();
      }
    }

    private void append(String key, ReadingColumns hour, long ttlSeconds) {
      if (!acquire(1)) {
        metrics.failed(null);
        return;
      }
      try {
        map.submitToKey(key, new AppendReadings(codec.encode(hour), ttlSeconds))
            .whenCompleteAsync(this::done, ON_THE_COMPLETING_THREAD);
      } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
        done(null, e);
      }
    }

    private void done(@Nullable Appended appended, @Nullable Throwable failure) {
      if (appended == null) {
        metrics.failed(failure);
      } else {
        duplicates.addAndGet(appended.duplicates());
        conflicts.addAndGet(appended.conflicts());
      }
      permits.release();
    }

    private Appended await() {
      if (!acquire(properties.writesInFlight())) {
        metrics.failed(null);
      }
      return new Appended(duplicates.get(), conflicts.get());
    }

    private boolean acquire(int wanted) {
      try {
        return permits.tryAcquire(wanted, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
