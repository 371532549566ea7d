package io.vigil.deploy.health;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Greets an engine in its own protocol and looks at the first bytes of the answer.
 *
 * <pre>
 * Kafka      → size 10 | ApiVersions 18 | version 0 | correlation | client ""   ← size | correlation
 * Cassandra  → version 4 | flags | stream | OPTIONS 5 | length 0                 ← 0x84 | ...
 * </pre>
 */
public final class WireProbe implements Probe {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int CORRELATION = 0x56494749;

  private final InetSocketAddress address;
  private final byte[] greeting;
  private final Answer expected;

  private WireProbe(InetSocketAddress address, byte[] greeting, Answer expected) {
    this.address = address;
    this.greeting = greeting;
    this.expected = expected;
  }

  /** Asks a broker which requests it understands. */
  public static WireProbe kafka(InetSocketAddress broker) {
    byte[] apiVersions = {0, 0, 0, 10, 0, 18, 0, 0, 'V', 'I', 'G', 'I', 0, 0};
    return new WireProbe(
        broker, apiVersions, in -> in.readInt() > Integer.BYTES && in.readInt() == CORRELATION);
  }

  /** Asks a Cassandra node which options it supports. */
  public static WireProbe cassandra(InetSocketAddress node) {
    byte[] options = {4, 0, 0, 0, 5, 0, 0, 0, 0};
    return new WireProbe(node, options, in -> in.readUnsignedByte() == 0x84);
  }

  @Override
  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(address, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(greeting);
      return expected.isIn(new DataInputStream(socket.getInputStream()));
    } catch (IOException e) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Answer {
    boolean isIn(DataInputStream in) throws IOException;
  }
}
