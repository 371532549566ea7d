package io.vigil.alert.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a host for the client that connects to them, and refuses those that are
 * not of the public internet unless their network is allowed. The client connects to what this
 * returns and asks nobody again, so that a name cannot be rebound between look and connection.
 */
final class OutsideAddresses implements DnsResolver {
  /** Not public, from IANA's registries of special-purpose addresses. */
  private static final List<Network> INSIDE =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              // Teredo and its neighbours, documentation, 6to4: may lead to any of the above.
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .stream()
          .map(Network::of)
          .toList();

  private static final Network GLOBAL_IPV6 = Network.of("2000::/3");
  private static final int IPV6_BYTES = 16;

  private final DnsResolver resolver;
  private final List<Network> allowed;

  OutsideAddresses(List<Network> allowed) {
    this(SystemDefaultDnsResolver.INSTANCE, allowed);
  }

  OutsideAddresses(DnsResolver resolver, List<Network> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    if (addresses == null || addresses.length == 0) {
      throw new UnknownHostException("no address");
    }
    for (InetAddress address : addresses) {
      if (!isAllowed(address)) {
        throw new ForbiddenAddress();
      }
    }
    return addresses;
  }

  /** Whether this address may be dialled. */
  boolean isAllowed(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address)) || isOutside(address);
  }

  private static boolean isOutside(InetAddress address) {
    boolean isGlobal = address.getAddress().length != IPV6_BYTES || GLOBAL_IPV6.contains(address);
    return isGlobal && INSIDE.stream().noneMatch(network -> network.contains(address));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** The host has an address that must not be dialled. */
  static final class ForbiddenAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress() {
      super("an address inside");
    }
  }
}
