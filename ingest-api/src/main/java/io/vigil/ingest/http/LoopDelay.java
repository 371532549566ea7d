package io.vigil.ingest.http;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long an event loop has been busy since it last came round. What is read late in a long round
 * has waited for all of it already, so that it is better refused at once than served later still:
 * the loop serves for as long as is bearable, sheds the rest at a fraction of the cost, and comes
 * round in time. Belongs to its event loop.
 */
final class LoopDelay {
  private static final long LOOKS_EVERY_MS = 20;

  private final long boundNanos;
  private long cameRoundAt = System.nanoTime();

  /**
   * Nothing is late yet.
   *
   * @param bound a round that has taken longer is too long
   */
  LoopDelay(Duration bound) {
    this.boundNanos = bound.toNanos();
  }

  /** Watches this event loop from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // looking does not fail
  void watch(EventLoop loop) {
    loop.scheduleAtFixedRate(
        () -> cameRound(System.nanoTime()), 0, LOOKS_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  void cameRound(long nowNanos) {
    cameRoundAt = nowNanos;
  }

  boolean isTooLong(long nowNanos) {
    return nowNanos - cameRoundAt > boundNanos;
  }
}
