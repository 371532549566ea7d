package io.vigil.alert.stream;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while Streams runs and every thread is in touch with Kafka. */
final class StreamHealth implements HealthIndicator {
  private static final double SECONDS_WITHOUT_HEARTBEAT = 10;

  private final StreamSupervisor supervisor;
  private final Prerequisites prerequisites;

  StreamHealth(StreamSupervisor supervisor, Prerequisites prerequisites) {
    this.supervisor = supervisor;
    this.prerequisites = prerequisites;
  }

  @Override
  public Health health() {
    return supervisor
        .current()
        .map(StreamHealth::of)
        .orElseGet(() -> Health.down().withDetail("waitsFor", prerequisites.missing()).build());
  }

  private static Health of(KafkaStreams streams) {
    KafkaStreams.State state = streams.state();
    DoubleSummaryStatistics heartbeats = secondsSinceHeartbeats(streams.metrics());
    boolean inTouch =
        heartbeats.getCount() > 0
            && heartbeats.getMin() >= 0
            && heartbeats.getMax() < SECONDS_WITHOUT_HEARTBEAT;
    boolean up = state == KafkaStreams.State.RUNNING && inTouch;
    Health.Builder health = (up ? Health.up() : Health.down()).withDetail("state", state.name());
    if (heartbeats.getCount() > 0) {
      health.withDetail("secondsSinceHeartbeat", heartbeats.getMax());
    }
    return health.build();
  }

  /** Of each thread's consumer that is in a group; negative before the first heartbeat. */
  private static DoubleSummaryStatistics secondsSinceHeartbeats(
      Map<MetricName, ? extends Metric> metrics) {
    return metrics.entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("last-heartbeat-seconds-ago"))
        .map(metric -> metric.getValue().metricValue())
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .summaryStatistics();
  }
}
