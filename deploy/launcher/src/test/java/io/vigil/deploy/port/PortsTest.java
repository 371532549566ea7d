package io.vigil.deploy.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void areTheContractsUnlessTheEnvironmentSaysOtherwise() {
    Ports ports = Ports.from(Map.of("VIGIL_GATEWAY_PORT", "18080", "VIGIL_KAFKA_PORT", ""));

    assertThat(ports.of(VigilPort.GATEWAY)).isEqualTo(18080);
    assertThat(ports.of(VigilPort.GATEWAY_MANAGEMENT)).isEqualTo(9080);
    assertThat(ports.of(VigilPort.INGEST)).isEqualTo(8081);
    assertThat(ports.of(VigilPort.KAFKA)).isEqualTo(9092);
    assertThat(ports.of(VigilPort.CASSANDRA)).isEqualTo(9042);
    assertThat(Ports.from(ports.variables())).isEqualTo(ports);
  }

  @Test
  void refusesTwoOfTheSameNumber() {
    assertThatThrownBy(() -> Ports.from(Map.of("VIGIL_INGEST_PORT", "8080")))
        .hasMessage("VIGIL_GATEWAY_PORT and VIGIL_INGEST_PORT are both 8080");
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> Ports.from(Map.of("VIGIL_INGEST_PORT", "web")))
        .hasMessage("VIGIL_INGEST_PORT is not a port: web");
    assertThatThrownBy(() -> Ports.from(Map.of("VIGIL_INGEST_PORT", "65536")))
        .hasMessage("VIGIL_INGEST_PORT is not a port: 65536");
  }
}
