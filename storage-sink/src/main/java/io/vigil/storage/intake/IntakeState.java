package io.vigil.storage.intake;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the intake fares, told by its thread, asked by any: up while it is in touch with Kafka. */
final class IntakeState implements HealthIndicator {
  private static final Duration TURNS_AT_LEAST_EVERY = Duration.ofSeconds(15);
  private static final double SECONDS_WITHOUT_HEARTBEAT = 10;

  private final LongSupplier nanoTime;
  private volatile Turn last;

  /**
   * @param nanoTime counts nanoseconds and never goes back
   */
  IntakeState(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = new Turn("start", 0, 0);
  }

  /**
   * What was told last.
   *
   * @param waitsFor or empty where it takes readings
   */
  private record Turn(String waitsFor, long atNanos, double secondsSinceHeartbeat) {}

  void waitsFor(String what) {
    last = new Turn(what, nanoTime.getAsLong(), 0);
  }

  /**
   * @param secondsSinceHeartbeat since Kafka has answered; negative where it has not yet
   */
  void turned(double secondsSinceHeartbeat) {
    last = new Turn("", nanoTime.getAsLong(), secondsSinceHeartbeat);
  }

  void stopped() {
    waitsFor("nothing, it has stopped");
  }

  @Override
  public Health health() {
    Turn turn = last;
    if (!turn.waitsFor().isEmpty()) {
      return Health.down().withDetail("waitsFor", turn.waitsFor()).build();
    }
    long sinceTurn = nanoTime.getAsLong() - turn.atNanos();
    if (sinceTurn > TURNS_AT_LEAST_EVERY.toNanos()) {
      return Health.down().withDetail("secondsSinceTurn", sinceTurn / 1_000_000_000).build();
    }
    double heartbeat = turn.secondsSinceHeartbeat();
    boolean inTouch = heartbeat >= 0 && heartbeat < SECONDS_WITHOUT_HEARTBEAT;
    return (inTouch ? Health.up() : Health.down())
        .withDetail("secondsSinceHeartbeat", heartbeat)
        .build();
  }
}
