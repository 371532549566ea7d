package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressesTest {
  private final InMemoryDnsResolver names = new InMemoryDnsResolver();
  private final OutsideAddresses addresses = new OutsideAddresses(names, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::"
      })
  void refusesAddressesInside(String address) throws UnknownHostException {
    names.add("target.example", InetAddress.getByName(address));

    assertThatExceptionOfType(OutsideAddresses.ForbiddenAddress.class)
        .isThrownBy(() -> addresses.resolve("target.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"})
  void passesAddressesOfTheInternet(String address) throws UnknownHostException {
    names.add("target.example", InetAddress.getByName(address));

    assertThat(addresses.resolve("target.example")).containsExactly(InetAddress.getByName(address));
  }

  @Test
  void refusesANameOfWhichOneAddressOfSeveralIsInside() throws UnknownHostException {
    names.add(
        "target.example",
        InetAddress.getByName("93.184.215.14"),
        InetAddress.getByName("10.0.0.1"));

    assertThatExceptionOfType(OutsideAddresses.ForbiddenAddress.class)
        .isThrownBy(() -> addresses.resolve("target.example"));
  }

  @Test
  void passesAddressesInNetworksThatAreAllowed() throws UnknownHostException {
    OutsideAddresses ward = new OutsideAddresses(names, List.of(Network.of("10.1.0.0/16")));
    names.add("target.example", InetAddress.getByName("10.1.2.3"));
    names.add("other.example", InetAddress.getByName("10.2.2.3"));

    assertThat(ward.resolve("target.example")).hasSize(1);
    assertThatExceptionOfType(OutsideAddresses.ForbiddenAddress.class)
        .isThrownBy(() -> ward.resolve("other.example"));
  }
}
