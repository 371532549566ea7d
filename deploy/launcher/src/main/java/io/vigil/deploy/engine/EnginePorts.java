package io.vigil.deploy.engine;

import io.vigil.deploy.port.FreePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where an engine listens, on 127.0.0.1.
 *
 * @param client the port for its users
 * @param internal the port for its own kind: Kafka's controller, Cassandra's storage port
 */
public record EnginePorts(int client, int internal) {
  static final String LOOPBACK = "127.0.0.1";

  /** Two that nobody listens on now. */
  public static EnginePorts free() {
    List<Integer> ports = FreePorts.take(2);
    return new EnginePorts(ports.get(0), ports.get(1));
  }

  /** The users' address in the form {@code 127.0.0.1:9092}. */
  public String clientAddress() {
    return LOOPBACK + ":" + client;
  }

  InetSocketAddress clientSocket() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), client);
  }
}
