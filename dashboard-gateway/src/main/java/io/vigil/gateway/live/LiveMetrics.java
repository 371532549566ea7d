package io.vigil.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the live stream does, in numbers. */
@Component
class LiveMetrics {
  private static final Tags STAGE = Tags.of("stage", "gateway");

  private final MeterRegistry meters;
  private final AtomicInteger sessions;
  private final Counter frames;
  private final Counter readings;
  private final Counter conflated;
  private final Timer fromEvent;
  private final Timer fromIngest;

  LiveMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.sessions = meters.gauge("vigil.live.sessions", STAGE, new AtomicInteger());
    this.frames = meters.counter("vigil.live.frames.sent", STAGE);
    this.readings = meters.counter("vigil.live.readings.sent", STAGE);
    this.conflated = meters.counter("vigil.live.readings.conflated", STAGE);
    this.fromEvent = latency(meters, "event");
    this.fromIngest = latency(meters, "ingest");
  }

  private static Timer latency(MeterRegistry meters, String from) {
    return Timer.builder("vigil.readings.latency")
        .description("Until the first frame with the reading is handed to a socket")
        .tags(STAGE.and("from", from))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(meters);
  }

  void sessions(int open) {
    sessions.set(open);
  }

  /** A session has ended: by us for this reason, or by the client. */
  void closed(String reason) {
    meters.counter("vigil.live.sessions.closed", STAGE.and("reason", reason)).increment();
  }

  void frameSent() {
    frames.increment();
  }

  void readingsSent(int count) {
    readings.increment(count);
  }

  void readingsConflated(int count) {
    conflated.increment(count);
  }

  /** A reading was handed out this long after it was measured and after our edge took it. */
  void handedOut(long sinceEventMs, long sinceIngestMs) {
    fromEvent.record(Math.max(0, sinceEventMs), TimeUnit.MILLISECONDS);
    fromIngest.record(Math.max(0, sinceIngestMs), TimeUnit.MILLISECONDS);
  }
}
