package io.vigil.gateway.tail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.springframework.stereotype.Component;

/**
 * Counts readings that came out of the log: what was accepted is what was forwarded to the views
 * and what was rejected, by reason.
 */
@Component
class TailMetrics {
  private static final Tags STAGE = Tags.of("stage", "gateway");

  private final MeterRegistry meters;
  private final Counter accepted;
  private final Counter forwarded;

  TailMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.accepted = meters.counter("vigil.readings.accepted", STAGE);
    this.forwarded = meters.counter("vigil.readings.forwarded", STAGE);
  }

  void forwarded(int readings) {
    accepted.increment(readings);
    forwarded.increment(readings);
  }

  void rejected(String reason, int readings) {
    accepted.increment(readings);
    meters.counter("vigil.readings.rejected", STAGE.and("reason", reason)).increment(readings);
  }

  /** A record of another topic that could not be read. */
  void malformed(String topic) {
    meters.counter("vigil.records.malformed", STAGE.and("topic", topic)).increment();
  }
}
