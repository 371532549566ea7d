package io.vigil.alert.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts events and attempts; by outcome, not by subscription. Used by all threads. */
final class WebhookMetrics {
  private static final Tags STAGE = Tags.of("stage", "webhook");

  private final MeterRegistry meters;
  private final Timer delay;

  WebhookMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.delay =
        Timer.builder("vigil.webhooks.delay")
            .description("From the record's timestamp to the target's answer")
            .publishPercentileHistogram()
            .maximumExpectedValue(Duration.ofHours(1))
            .tags(STAGE)
            .register(meters);
  }

  void attempt(Answer answer) {
    meters.counter("vigil.webhooks.attempts", STAGE.and("answer", answer.code())).increment();
  }

  void delivered(Duration since) {
    event("delivered").increment();
    delay.record(since.isNegative() ? Duration.ZERO : since);
  }

  void parked() {
    event("parked").increment();
  }

  /** An event that the subscription's filter leaves out. */
  void filtered() {
    event("filtered").increment();
  }

  /** A record that is no alarm event. */
  void passedOver() {
    event("passed_over").increment();
  }

  private Counter event(String outcome) {
    return meters.counter("vigil.webhooks.events", STAGE.and("outcome", outcome));
  }
}
