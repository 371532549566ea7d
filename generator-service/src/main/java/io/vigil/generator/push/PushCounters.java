package io.vigil.generator.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts readings. What was measured (accepted) is at last acknowledged (forwarded) or refused
 * (rejected), and until then in the backlog; sent counts repeats as well.
 */
@Component
class PushCounters {
  private static final String STAGE = "stage";
  private static final String GENERATOR = "generator";

  private final AtomicLong backlog = new AtomicLong();
  private final MeterRegistry meters;
  private final Counter accepted;
  private final Counter sent;
  private final Counter forwarded;

  PushCounters(MeterRegistry meters) {
    this.meters = meters;
    this.accepted = meters.counter("vigil.readings.accepted", STAGE, GENERATOR);
    this.sent = meters.counter("vigil.readings.sent", STAGE, GENERATOR);
    this.forwarded = meters.counter("vigil.readings.forwarded", STAGE, GENERATOR);
    meters.gauge("vigil.readings.backlog", Tags.of(STAGE, GENERATOR), backlog, AtomicLong::get);
  }

  void measured() {
    accepted.increment();
    backlog.incrementAndGet();
  }

  void sent(int readings) {
    sent.increment(readings);
  }

  /** Ingest has decided: what it has not refused it has acknowledged. */
  void decided(int readings, List<String> refused) {
    int acknowledged = readings - refused.size();
    forwarded.increment(acknowledged);
    backlog.addAndGet(-acknowledged);
    refused.forEach(code -> refused(1, code));
  }

  void refused(int readings, String reason) {
    meters
        .counter("vigil.readings.rejected", STAGE, GENERATOR, "reason", reason)
        .increment(readings);
    backlog.addAndGet(-readings);
  }
}
