package io.vigil.storage.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vigil.storage.hot.Appended;
import io.vigil.storage.record.Rejection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts readings on their way through this stage. What was accepted was forwarded, is held, or was
 * handed over to the instance that replays it; what was rejected was never accepted.
 */
final class IntakeMetrics {
  private static final Tags STAGE = Tags.of("stage", "storage");

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter forwarded;
  private final Counter handedOver;
  private final Counter duplicates;
  private final Counter conflicts;
  private final Counter flushFailures;
  private final Timer flushes;
  private final AtomicInteger held;
  private final AtomicLong lag;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.accepted = registry.counter("vigil.readings.accepted", STAGE);
    this.forwarded = registry.counter("vigil.readings.forwarded", STAGE);
    this.handedOver = registry.counter("vigil.readings.handed.over", STAGE);
    this.duplicates = registry.counter("vigil.readings.duplicates", STAGE);
    this.conflicts = registry.counter("vigil.readings.conflicts", STAGE);
    this.flushFailures = registry.counter("vigil.storage.flush.failures", STAGE);
    this.flushes = registry.timer("vigil.storage.flush", STAGE);
    this.held = gauge("vigil.storage.held", new AtomicInteger());
    this.lag = gauge("vigil.storage.lag", new AtomicLong());
  }

  /** Taken from the log, to be stored. */
  void accepted(int readings) {
    accepted.increment(readings);
  }

  void rejected(Rejection rejection) {
    registry
        .counter("vigil.readings.rejected", STAGE.and("reason", rejection.reason().code()))
        .increment(rejection.readings());
  }

  /** Durable in the history. */
  void forwarded(int readings) {
    forwarded.increment(readings);
  }

  /** Dropped here because another instance reads them again. */
  void handedOver(int readings) {
    handedOver.increment(readings);
  }

  /** Of a time that another reading of the same batch has. */
  void repeated(int readings) {
    duplicates.increment(readings);
  }

  /** Of a time that a reading in the hot window has. */
  void repeated(Appended appended) {
    duplicates.increment(appended.duplicates());
    conflicts.increment(appended.conflicts());
  }

  void flushed(Duration took) {
    flushes.record(took);
  }

  void flushFailed() {
    flushFailures.increment();
  }

  /**
   * @param heldReadings in memory and not durable yet
   * @param lagRecords in the log and not taken yet
   */
  void observed(int heldReadings, long lagRecords) {
    held.set(heldReadings);
    lag.set(lagRecords);
  }

  private <T extends Number> T gauge(String name, T number) {
    registry.gauge(name, STAGE, number);
    return number;
  }
}
