package io.vigil.ingest.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket that may go into debt: whoever finds anything in it takes all that it needs, and
 * those after it wait until the debt is paid. So a large request is as welcome as a small one, and
 * who was told when to come back does not lose to smaller ones forever. Safe for any thread.
 */
final class Budget {
  private final String limit;
  private final boolean ofDevice;
  private final Bucket bucket;

  Budget(String limit, boolean ofDevice, long perSecond, Duration burst, TimeMeter time) {
    this.limit = limit;
    this.ofDevice = ofDevice;
    this.bucket =
        Bucket.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(Math.max(1, perSecond * burst.toMillis() / 1_000))
                    .refillGreedy(perSecond, Duration.ofSeconds(1))
                    .build())
            .withCustomTimePrecision(time)
            .build();
  }

  /** Null while there is anything in it. */
  @Nullable Shortage shortage() {
    if (bucket.getAvailableTokens() > 0) {
      return null;
    }
    long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return new Shortage(limit, ofDevice, Duration.ofNanos(nanos));
  }

  /** Takes so much, whatever is in it. */
  void take(long amount) {
    bucket.consumeIgnoringRateLimits(amount);
  }
}
