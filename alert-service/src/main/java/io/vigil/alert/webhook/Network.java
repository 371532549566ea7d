package io.vigil.alert.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A range of addresses. */
final class Network {
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+/\\d{1,3}");

  private final byte[] prefix;
  private final int bits;

  /**
   * @param prefix its first address, as bytes
   * @param bits how many of their bits are the same for all in it
   */
  private Network(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Reads one.
   *
   * @param text for example {@code 10.1.0.0/16} or {@code fd00::/8}
   * @throws IllegalArgumentException if it is none
   */
  static Network of(String text) {
    String cidr = text.strip();
    if (!LITERAL.matcher(cidr).matches()) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    int slash = cidr.indexOf('/');
    int bits = Integer.parseInt(cidr.substring(slash + 1));
    try {
      byte[] prefix = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
      if (bits > prefix.length * Byte.SIZE) {
        throw new IllegalArgumentException("not a network: " + text);
      }
      return new Network(prefix, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not a network: " + text, e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != prefix.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    int mask = 0xFF & ~(0xFF >>> rest);
    return Arrays.equals(bytes, 0, whole, prefix, 0, whole)
        && (rest == 0 || (bytes[whole] & mask) == (prefix[whole] & mask));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network network
        && bits == network.bits
        && Arrays.equals(prefix, network.prefix);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(prefix) + bits;
  }

  @Override
  public String toString() {
    return Arrays.toString(prefix) + "/" + bits;
  }
}
