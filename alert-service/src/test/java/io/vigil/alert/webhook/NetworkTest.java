package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "100.64.0.0/10, 100.127.0.1, true",
    "100.64.0.0/10, 100.128.0.1, false",
    "192.168.7.9/32, 192.168.7.9, true",
    "192.168.7.9/32, 192.168.7.8, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "fd00::/8, fdab::1, true",
    "fd00::/8, fe80::1, false",
    "0.0.0.0/0, fd00::1, false"
  })
  void knowsWhatLiesInIt(String network, String address, boolean contains)
      throws UnknownHostException {
    assertThat(Network.of(network).contains(InetAddress.getByName(address))).isEqualTo(contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "example.org/8", "10.0.0.0/x", "::/129"})
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text));
  }

  @Test
  void comparesByItsBytes() {
    assertThat(Network.of("10.0.0.0/8"))
        .isEqualTo(Network.of("10.0.0.0/8"))
        .hasSameHashCodeAs(Network.of("10.0.0.0/8"))
        .isNotEqualTo(Network.of("10.0.0.0/9"));
  }
}
