package io.vigil.alert.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that died. Where one after the other dies at once, lets go of the whole client,
 * which is started anew after a pause, so that nothing spins.
 */
final class ReplaceThread implements StreamsUncaughtExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ReplaceThread.class);
  private static final int AT_MOST = 3;
  private static final long WITHIN_NANOS = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanoTime;
  private final Deque<Long> deaths = new ArrayDeque<>();

  ReplaceThread(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = nanoTime.getAsLong();
    deaths.removeIf(death -> now - death > WITHIN_NANOS);
    deaths.add(now);
    if (deaths.size() <= AT_MOST) {
      log.error("Replacing a thread that died", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    log.error("Starting anew, as threads die one after the other: {}", failure.toString());
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
