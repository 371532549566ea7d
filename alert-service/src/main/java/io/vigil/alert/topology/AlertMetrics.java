package io.vigil.alert.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vigil.alert.rule.CommandOutcome;
import io.vigil.alert.rule.Outcome;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.command.AlertCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts readings and alarms: of what is accepted from the log, everything is forwarded to the
 * rules or rejected with a reason. Used by all threads.
 */
public final class AlertMetrics {
  private static final Tags STAGE = Tags.of("stage", "alert");

  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Counter accepted;
  private final Map<Outcome, Counter> byOutcome = new EnumMap<>(Outcome.class);
  private final Timer delay;

  public AlertMetrics(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
    this.accepted = meters.counter("vigil.readings.accepted", STAGE);
    for (Outcome outcome : Outcome.values()) {
      byOutcome.put(outcome, counterOf(outcome));
    }
    this.delay =
        Timer.builder("vigil.alerts.delay")
            .description("From the ingest time of what decided to the event")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .tags(STAGE)
            .register(meters);
  }

  private Counter counterOf(Outcome outcome) {
    return outcome == Outcome.JUDGED
        ? meters.counter("vigil.readings.forwarded", STAGE)
        : rejected(lower(outcome.name()));
  }

  private Counter rejected(String reason) {
    return meters.counter("vigil.readings.rejected", STAGE.and("reason", reason));
  }

  void reading(Outcome outcome) {
    accepted.increment();
    byOutcome.getOrDefault(outcome, accepted).increment();
  }

  /** Readings of a vital that this version does not know. */
  void unknownVital(int readings) {
    accepted.increment(readings);
    rejected("unknown_vital").increment(readings);
  }

  /** A command was carried out, or was not. */
  public void command(AlertCommand command, CommandOutcome outcome) {
    meters
        .counter(
            "vigil.commands",
            STAGE.and(
                "command",
                lower(command.getClass().getSimpleName()),
                "outcome",
                lower(outcome.name())))
        .increment();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * An event is on its way.
   *
   * @param decidedAtMs the ingest time of what decided
   */
  public void alert(Alert alert, long decidedAtMs) {
    meters
        .counter(
            "vigil.alerts", STAGE.and("rule", alert.rule().code(), "state", alert.state().code()))
        .increment();
    Duration since = Duration.between(Instant.ofEpochMilli(decidedAtMs), clock.instant());
    delay.record(since.isNegative() ? Duration.ZERO : since);
  }
}
