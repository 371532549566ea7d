package io.vigil.deploy.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network between two parts of this machine that can be cut: while it is, connections stay open
 * and new ones are taken, and nothing passes in either direction, as when packets are dropped.
 */
final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int BACKLOG = 256;

  private final ServerSocket listening;
  private final InetSocketAddress target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Object gate = new Object();
  private boolean cut;

  private TcpProxy(ServerSocket listening, InetSocketAddress target) {
    this.listening = listening;
    this.target = target;
  }

  /** Listens on a port and passes on to another one. */
  static TcpProxy between(int port, int targetPort) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      TcpProxy proxy =
          new TcpProxy(
              new ServerSocket(port, BACKLOG, loopback),
              new InetSocketAddress(loopback, targetPort));
      start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on nothing passes. */
  void cut() {
    synchronized (gate) {
      cut = true;
    }
  }

  /** What was held back passes, and what comes. */
  void mend() {
    synchronized (gate) {
      cut = false;
      gate.notifyAll();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        sockets.add(client);
        start(() -> connect(client));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void connect(Socket client) {
    try {
      awaitPassage();
      Socket server = new Socket();
      sockets.add(server);
      server.connect(target);
      start(() -> pump(client, server));
      pump(server, client);
    } catch (IOException | InterruptedException e) {
      closeBoth(client, client);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitPassage();
        out.write(buffer, 0, read);
      }
      awaitPassage();
    } catch (IOException | InterruptedException e) {
      // Either end is gone; the other one is told.
    }
    closeBoth(from, to);
  }

  private void awaitPassage() throws InterruptedException {
    synchronized (gate) {
      while (cut) {
        gate.wait();
      }
    }
  }

  private static void start(Runnable body) {
    Thread thread = new Thread(body, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeBoth(Socket one, Socket other) {
    for (Socket socket : List.of(one, other)) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    mend();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
