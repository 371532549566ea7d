package io.vigil.bench.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.RegistryEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.250Z");

  @Test
  void pushesOneReadingAsAnObject() {
    byte[] request = new Fleet("bed", 1, 1).requests(1, NOON).get(0);

    assertThat(new String(request, UTF_8))
        .isEqualTo(
            """
            POST /api/v1/readings HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer token-of-bed-0000\r
            Content-Type: application/json\r
            Content-Length: 100\r
            \r
            {"patient":"bed-0000-000","vital":"heart_rate","time":"2026-11-21T12:00:00.250Z","value":60,"seq":0}\
            """);
  }

  @Test
  void bringsItsPatientsInTurnTheNewestNow() {
    byte[] request = new Fleet("ward", 1, 2).requests(3, NOON).get(0);

    assertThat(new String(request, UTF_8))
        .containsSubsequence(
            "[{\"patient\":\"ward-0000-000\"", "12:00:00.050Z",
            "{\"patient\":\"ward-0000-001\"", "12:00:00.150Z",
            "{\"patient\":\"ward-0000-000\"", "12:00:00.250Z");
  }

  @Test
  void registersEachDeviceWithItsPatients() {
    List<RegistryEntry> entries = new Fleet("ward", 2, 3).entries(NOON);

    assertThat(entries).hasSize(2 * (3 + 1));
    assertThat(entries)
        .filteredOn(Device.class::isInstance)
        .allSatisfy(device -> assertThat(((Device) device).patients()).hasSize(3));
  }
}
