package io.vigil.ingest.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.ingest.device.Devices;
import io.vigil.ingest.limit.Budgets;
import io.vigil.ingest.limit.LimitsProperties;
import io.vigil.ingest.limit.MachineLimits;
import io.vigil.ingest.limit.StandingDelay;
import io.vigil.ingest.log.InFlight;
import io.vigil.ingest.log.ReadingLog;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.metric.RequestTimers;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the endpoint. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
  @Bean
  Gate gate(
      Devices devices,
      Budgets budgets,
      StandingDelay logDelay,
      InFlight inFlight,
      LimitsProperties limits) {
    return new Gate(devices, budgets, logDelay, inFlight, limits);
  }

  @Bean
  ReadingsEndpoint readingsEndpoint(
      Gate gate, InFlight inFlight, ReadingLog log, ReadingCounters counters, InstantSource clock) {
    return new ReadingsEndpoint(gate, inFlight, log, counters, clock);
  }

  @Bean
  IngestServer ingestServer(
      HttpProperties properties,
      LimitsProperties limits,
      ReadingsEndpoint endpoint,
      RequestTimers timers,
      MeterRegistry meters) {
    Connections connections = new Connections(MachineLimits.connections(properties.connections()));
    BodyLimits bodies =
        new BodyLimits(
            Math.toIntExact(properties.body().toBytes()),
            MachineLimits.bytes(properties.bodiesTogether().toBytes()));
    gauge("vigil.ingest.connections", "Open connections", connections, Connections::size, meters);
    gauge(
        "vigil.ingest.bodies.bytes",
        "Bodies that arrive now",
        bodies,
        BodyLimits::reserved,
        meters);
    return new IngestServer(
        properties,
        connections,
        new ConnectionInitializer(properties, connections, endpoint, timers, bodies, limits));
  }

  private static <T> void gauge(
      String name, String description, T of, ToDoubleFunction<T> value, MeterRegistry meters) {
    Gauge.builder(name, of, value).description(description).tag("stage", "ingest").register(meters);
  }
}
