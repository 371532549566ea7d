package io.vigil.deploy.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Peers that mean harm: malformed bodies, and connections that never get to the point. */
final class HostilePeers implements AutoCloseable {
  private static final int SLOW_ONES = 100;
  private static final int GARBAGE_BODIES = 50;
  private static final int PATIENCE_MS = 10_000;

  private final List<Socket> open = new ArrayList<>();
  private final Random random = new Random(24);
  private final URI ingest;
  private final String token;

  HostilePeers(URI ingest, String token) {
    this.ingest = ingest;
    this.token = token;
  }

  /** Leaves slow connections open, sends what is malformed, and tells how that was answered. */
  List<Integer> attack() throws IOException {
    for (int i = 0; i < SLOW_ONES; i++) {
      say(i % 2 == 0 ? "POST /api/v1/readings HTTP/1.1\r\nHost: x\r\nX-Slow: " : head(100) + "[{");
    }
    List<String> bodies =
        new ArrayList<>(
            List.of(
                "[",
                "{\"vital\":",
                "\"" + "x".repeat(10_000),
                "[".repeat(20_000),
                "{\"a\":".repeat(5_000),
                "[{\"vital\":\"heart_rate\",\"time\":1e999,\"value\":NaN}]",
                "-",
                "\u0000\u00ff\u00fe",
                "{\"vital\":\"heart_rate\",\"vital\":\"heart_rate\",\"time\":0,\"value\":1}"));
    for (int i = 0; i < GARBAGE_BODIES; i++) {
      byte[] garbage = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(garbage);
      bodies.add("[" + new String(garbage, ISO_8859_1));
    }
    List<Integer> answers = new ArrayList<>();
    for (String body : bodies) {
      answers.add(status(say(head(body.length()) + body)));
    }
    answers.add(status(say("NONSENSE\r\n\r\n")));
    return answers;
  }

  private String head(int length) {
    return "POST /api/v1/readings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private Socket say(String words) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), ingest.getPort());
    open.add(socket);
    socket.setSoTimeout(PATIENCE_MS);
    socket.getOutputStream().write(words.getBytes(ISO_8859_1));
    return socket;
  }

  private static int status(Socket socket) throws IOException {
    byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
    return Integer.parseInt(new String(line, ISO_8859_1).substring("HTTP/1.1 ".length()));
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }
}
