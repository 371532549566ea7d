package io.vigil.deploy.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProbeTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void takesTheStatusOfTheWholeAndNotOfAComponent() {
    answer(503, "{\"components\":{\"ping\":{\"status\":\"UP\"}},\"status\":\"OUT_OF_SERVICE\"}");

    assertThat(probe().answers()).isFalse();
    assertThat(probe().status()).contains("OUT_OF_SERVICE");
  }

  @Test
  void isContentWhenTheWholeIsUp() {
    answer(200, "{\"components\":{\"ping\":{\"status\":\"UNKNOWN\"}},\"status\":\"UP\"}");

    assertThat(probe().answers()).isTrue();
  }

  @Test
  void tellsTheCodeOfAnAnswerWithoutAStatus() {
    answer(500, "<html>");

    assertThat(probe().answers()).isFalse();
    assertThat(probe().status()).contains("HTTP_500");
  }

  @Test
  void isMuteWhereNobodyListens() {
    HttpProbe probe = probe();
    server.stop(0);

    assertThat(probe.status()).isEmpty();
  }

  private HttpProbe probe() {
    return new HttpProbe("127.0.0.1", server.getAddress().getPort());
  }

  private void answer(int code, String body) {
    server.createContext(
        "/actuator/health",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(code, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
