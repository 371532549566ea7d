package io.vigil.bench.measure;

import io.vigil.deploy.health.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Whether anybody listens on a port of this machine: a peer listens once it is ready. */
record TcpProbe(int port) implements Probe {
  @Override
  public boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
