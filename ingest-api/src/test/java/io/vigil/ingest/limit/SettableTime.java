package io.vigil.ingest.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic clock that goes on when it is told to. */
public final class SettableTime implements TimeMeter {
  private final AtomicLong nanos = new AtomicLong();

  /** Goes on by so much. */
  public void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }

  @Override
  public long currentTimeNanos() {
    return nanos.get();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
