package io.vigil.ingest.http;

import io.vigil.ingest.log.Append;
import io.vigil.ingest.log.ReadingLog;
import io.vigil.ingest.reading.PatientReadings;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log in memory: ends every append as it is told, at once or when it is told. */
final class ObedientLog implements ReadingLog {
  private final BlockingQueue<Consumer<Append>> held = new LinkedBlockingQueue<>();
  private final AtomicInteger readings = new AtomicInteger();
  private volatile @Nullable Append atOnce = Append.ACKNOWLEDGED;
  private volatile @Nullable String device;

  /** From now on appends wait for {@link #endNext}. */
  void hold() {
    atOnce = null;
  }

  /** From now on appends end like this at once. */
  void end(Append outcome) {
    atOnce = outcome;
  }

  /** Ends the append that has been held for longest, by this thread; waits for it to come. */
  void endNext(Append outcome) throws InterruptedException {
    Consumer<Append> next = held.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was appended");
    }
    next.accept(outcome);
  }

  /** How many appends are held. */
  int held() {
    return held.size();
  }

  /** How many readings have been appended, whatever became of them. */
  int readings() {
    return readings.get();
  }

  /** The device whose readings came last. */
  @Nullable String device() {
    return device;
  }

  @Override
  public void append(
      Collection<PatientReadings> appended,
      String from,
      long ingestTimeMs,
      Consumer<Append> ended) {
    device = from;
    readings.addAndGet(appended.stream().mapToInt(PatientReadings::size).sum());
    Append outcome = atOnce;
    if (outcome == null) {
      held.add(ended);
    } else {
      ended.accept(outcome);
    }
  }
}
