package io.vigil.deploy.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ports that nobody listens on, for runs that must not meet another. They lie below those that the
 * system gives to outgoing connections: such a connection could take the port of a part that is
 * just being started again.
 */
public final class FreePorts {
  private static final int LOWEST = 10_240;
  private static final int BELOW = 32_768;

  private FreePorts() {}

  /** So many different ports, free at this moment; nothing reserves them. */
  public static List<Integer> take(int count) {
    List<Integer> ports = new ArrayList<>();
    new Random()
        .ints(LOWEST, BELOW)
        .distinct()
        .filter(FreePorts::isFree)
        .limit(count)
        .forEach(ports::add);
    return List.copyOf(ports);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
