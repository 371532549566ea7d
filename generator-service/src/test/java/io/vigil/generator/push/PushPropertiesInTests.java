package io.vigil.generator.push;

import java.net.URI;
import java.time.Duration;

/** Settings for tests: the usual bounds, short waits. */
final class PushPropertiesInTests {
  private PushPropertiesInTests() {}

  static PushProperties of(URI ingest) {
    return new PushProperties(
        ingest,
        2,
        3_600,
        500_000,
        100,
        Duration.ofSeconds(30),
        Duration.ofMillis(500),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ZERO);
  }
}
