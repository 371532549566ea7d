package io.vigil.ingest.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.ingest.device.Devices;
import io.vigil.ingest.log.InFlight;
import io.vigil.ingest.log.ReadingLog;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.metric.RequestTimers;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the endpoint. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
  @Bean
  ReadingsEndpoint readingsEndpoint(
      Devices devices, InFlight inFlight, ReadingLog log, ReadingCounters counters) {
    return new ReadingsEndpoint(devices, inFlight, log, counters);
  }

  @Bean
  IngestServer ingestServer(
      HttpProperties properties,
      ReadingsEndpoint endpoint,
      RequestTimers timers,
      MeterRegistry meters) {
    Connections connections = new Connections(properties.connections());
    BodyLimits limits =
        new BodyLimits(
            Math.toIntExact(properties.body().toBytes()), properties.bodiesTogether().toBytes());
    gauge("vigil.ingest.connections", "Open connections", connections, Connections::size, meters);
    gauge(
        "vigil.ingest.bodies.bytes",
        "Bodies that arrive now",
        limits,
        BodyLimits::reserved,
        meters);
    return new IngestServer(
        properties,
        connections,
        new ConnectionInitializer(properties, connections, endpoint, timers, limits));
  }

  private static <T> void gauge(
      String name, String description, T of, ToDoubleFunction<T> value, MeterRegistry meters) {
    Gauge.builder(name, of, value).description(description).tag("stage", "ingest").register(meters);
  }
}
