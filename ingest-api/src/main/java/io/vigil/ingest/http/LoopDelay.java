package io.vigil.ingest.http;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long an event loop has been busy since it last came round, and with how many requests. What
 * is read late in a long round has waited for all of it already, so that it is better refused at
 * once than served later still: the loop serves for as long as is bearable, sheds the rest at a
 * fraction of the cost, and comes round in time. A loop that was merely kept from running has
 * served few. Belongs to its event loop.
 */
final class LoopDelay {
  private static final long LOOKS_EVERY_MS = 20;

  private final long boundNanos;
  private final int shedAbove;
  private int served;
  private long cameRoundAt = System.nanoTime();

  /**
   * Nothing is late yet.
   *
   * @param bound a round that has taken longer is too long
   * @param shedAbove so many requests are served in a round, however long it takes
   */
  LoopDelay(Duration bound, int shedAbove) {
    this.boundNanos = bound.toNanos();
    this.shedAbove = shedAbove;
  }

  /** Watches this event loop from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // looking does not fail
  void watch(EventLoop loop) {
    loop.scheduleAtFixedRate(
        () -> cameRound(System.nanoTime()), 0, LOOKS_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  void cameRound(long nowNanos) {
    cameRoundAt = nowNanos;
    served = 0;
  }

  /** Whether one more request may be served in this round; it is counted then. */
  boolean serves(long nowNanos) {
    if (served >= shedAbove && nowNanos - cameRoundAt > boundNanos) {
      return false;
    }
    served++;
    return true;
  }
}
