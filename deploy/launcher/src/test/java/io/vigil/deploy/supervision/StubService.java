package io.vigil.deploy.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a service: answers for its health on a port, or says something and ends. */
public final class StubService {
  private StubService() {}

  public static void main(String[] args) throws IOException {
    if (args[0].equals("fail")) {
      System.out.println("cannot go on: " + args[1]);
      System.exit(3);
    }
    byte[] up = "{\"status\":\"UP\"}".getBytes(UTF_8);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/actuator/health",
        exchange -> {
          exchange.sendResponseHeaders(200, up.length);
          exchange.getResponseBody().write(up);
          exchange.close();
        });
    server.start();
  }
}
