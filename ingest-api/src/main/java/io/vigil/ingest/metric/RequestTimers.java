package io.vigil.ingest.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times requests, from their last byte to the answer, by the answer's status. */
public final class RequestTimers {
  private final MeterRegistry meters;
  private final Map<Integer, Timer> byStatus = new ConcurrentHashMap<>();

  public RequestTimers(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A request was answered with this status, so many nanoseconds after it had come. */
  public void answered(int status, long nanos) {
    byStatus.computeIfAbsent(status, this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(int status) {
    return Timer.builder("vigil.ingest.requests")
        .description("From the last byte of a request to its answer")
        .tag("stage", "ingest")
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2))
        .register(meters);
  }
}
