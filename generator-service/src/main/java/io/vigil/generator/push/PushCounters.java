package io.vigil.generator.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts readings. What was measured or taken over from an earlier run (accepted) is at last
 * acknowledged (forwarded) or refused (rejected), and until then in the backlog; sent counts
 * repeats as well. Copies, which a fault makes, are counted apart.
 */
@Component
class PushCounters {
  private static final String STAGE = "stage";
  private static final String GENERATOR = "generator";

  private final AtomicLong backlog = new AtomicLong();
  private final MeterRegistry meters;
  private final Counter accepted;
  private final Counter recovered;
  private final Counter sent;
  private final Counter copies;
  private final Counter forwarded;

  PushCounters(MeterRegistry meters) {
    this.meters = meters;
    this.accepted = counter("accepted");
    this.recovered = counter("recovered");
    this.sent = counter("sent");
    this.copies = counter("copies");
    this.forwarded = counter("forwarded");
    meters.gauge("vigil.readings.backlog", Tags.of(STAGE, GENERATOR), backlog, AtomicLong::get);
  }

  void measured() {
    accepted.increment();
    backlog.incrementAndGet();
  }

  void recovered(int readings) {
    recovered.increment(readings);
    accepted.increment(readings);
    backlog.addAndGet(readings);
  }

  void sent(int readings) {
    sent.increment(readings);
  }

  void sentCopies(int readings) {
    copies.increment(readings);
  }

  void acknowledged() {
    forwarded.increment();
    backlog.decrementAndGet();
  }

  void refused(String reason) {
    meters.counter("vigil.readings.rejected", STAGE, GENERATOR, "reason", reason).increment();
    backlog.decrementAndGet();
  }

  private Counter counter(String what) {
    return meters.counter("vigil.readings." + what, STAGE, GENERATOR);
  }
}
