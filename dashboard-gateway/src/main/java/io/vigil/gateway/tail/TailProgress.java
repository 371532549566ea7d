package io.vigil.gateway.tail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Holds how far the log has been read, for those who ask and do not read it. */
@Component
final class TailProgress implements Tail {
  private volatile boolean caughtUp;
  private volatile long watermarkMs;
  private Offsets commands = Offsets.zero(0);

  void caughtUp() {
    caughtUp = true;
  }

  void watermark(long reachedMs) {
    watermarkMs = reachedMs;
  }

  synchronized void commands(Offsets next) {
    if (!commands.equals(next)) {
      commands = next;
      notifyAll();
    }
  }

  @Override
  public synchronized boolean awaitCommand(int partition, long offset, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (partition >= commands.partitions() || commands.get(partition) <= offset) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }

  @Override
  public boolean isCaughtUp() {
    return caughtUp;
  }

  @Override
  public long watermarkMs() {
    return watermarkMs;
  }
}
