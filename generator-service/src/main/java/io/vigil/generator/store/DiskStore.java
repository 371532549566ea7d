package io.vigil.generator.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Queue and ledger in two places of one folder. Outcomes go to the ledger first: a crash between
 * the two leaves readings whose outcome the end of the ledger tells. A disk that takes nothing does
 * not stop the devices: they go on from memory, and it is counted and told.
 */
@Component
class DiskStore implements ReadingStore {
  private static final Logger log = LoggerFactory.getLogger(DiskStore.class);
  private static final int MOST_WAITING_BYTES = 4 << 20;
  private static final long TIDY_FROM_BYTES = 16L << 20;
  private static final long PART_BYTES = 256L << 20;
  private static final int LEAST_PARTS = 4;

  private final StoreProperties properties;
  private final InstantSource clock;
  private final Counter failures;
  private final LedgerFiles ledgerFiles;
  private final Ledger ledger;
  private final ScheduledExecutorService fsync =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "fsync");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable QueueFile queue;
  private volatile String lastFailure = "";

  DiskStore(StoreProperties properties, InstantSource clock, MeterRegistry meters) {
    this.properties = properties;
    this.clock = clock;
    this.failures = meters.counter("vigil.store.failures", "stage", "generator");
    this.ledgerFiles = new LedgerFiles(properties.folder().resolve("ledger"));
    long size = properties.ledgerSize().toBytes();
    this.ledger =
        new Ledger(
            ledgerFiles,
            properties.ledgerKeptFor(),
            size,
            Math.max(1, Math.min(PART_BYTES, size / LEAST_PARTS)));
  }

  @Override
  public List<Reading> open() {
    try {
      ledger.open(clock.instant());
      QueueFile opened = QueueFile.open(properties.folder().resolve("queue.csv"), TIDY_FROM_BYTES);
      StoredReadings stored = opened.read();
      ledgerFiles.lastLines(MOST_WAITING_BYTES).forEach(stored::ledgerLine);
      if (opened.tornBytes() > 0 || stored.unreadable() > 0) {
        log.warn(
            "the queue's last line was cut short by a crash; {} lines cannot be read",
            stored.unreadable() + (opened.tornBytes() > 0 ? 1 : 0));
      }
      queue = opened;
      startFsync();
      List<Reading> undecided = stored.undecided();
      tidy(opened, undecided.stream());
      return undecided;
    } catch (IOException e) {
      throw new UncheckedIOException("queue or ledger cannot be opened", e);
    }
  }

  @Override
  public void measured(Reading reading) {
    queue().measured(reading);
  }

  @Override
  public void decided(Reading reading, Outcome outcome) {
    ledger.line(reading, outcome);
    queue().decided(reading);
    if (ledger.waiting() > MOST_WAITING_BYTES / 4) {
      flush();
    }
  }

  @Override
  public void flush() {
    QueueFile current = queue();
    try {
      current.flushMeasured();
      ledger.flush(clock.instant());
      current.flushDecided();
      lastFailure = "";
    } catch (IOException e) {
      failed("written", e);
      if (current.waiting() + ledger.waiting() > MOST_WAITING_BYTES) {
        current.drop();
        ledger.drop();
        log.error("queue and ledger are not complete: the disk has taken nothing for too long");
      }
    }
  }

  @Override
  public void tidy(Supplier<Stream<Reading>> undecided) {
    QueueFile current = queue();
    if (current.isUntidy() && current.waiting() == 0) {
      tidy(current, undecided.get());
    }
  }

  @Override
  public void close() {
    QueueFile current = queue;
    fsync.shutdown();
    if (current != null) {
      flush();
      force();
      current.close();
      ledger.close();
      queue = null;
    }
  }

  private QueueFile queue() {
    QueueFile current = queue;
    if (current == null) {
      throw new IllegalStateException("the store is not open");
    }
    return current;
  }

  /** A full disk leaves the file as it is. */
  private void tidy(QueueFile file, Stream<Reading> undecided) {
    try {
      file.tidy(undecided);
    } catch (IOException e) {
      failed("tidied", e);
    }
  }

  private void startFsync() {
    long nanos = properties.fsyncEvery().toNanos();
    var unused = fsync.scheduleWithFixedDelay(this::force, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void force() {
    QueueFile current = queue;
    if (current == null) {
      return;
    }
    try {
      ledger.force();
      current.force();
    } catch (IOException e) {
      failed("forced to the disk", e);
    }
  }

  /** Once for each cause, however often it repeats. */
  private void failed(String what, IOException failure) {
    failures.increment();
    String cause = failure.toString();
    if (!cause.equals(lastFailure)) {
      lastFailure = cause;
      log.error("queue or ledger cannot be {}: {}", what, cause);
    }
  }
}
