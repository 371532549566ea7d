package io.vigil.deploy.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service for its health on the management port. */
public final class HttpProbe implements Probe {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int OK = 200;
  private static final int ENOUGH = 65_536;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI health;

  public HttpProbe(String host, int managementPort) {
    this.health = URI.create("http://" + host + ":" + managementPort + "/actuator/health");
  }

  /** Whether it says that it is ready to serve. */
  @Override
  public boolean answers() {
    return status().filter("UP"::equals).isPresent();
  }

  /** What it says of itself, {@code UP}, {@code DOWN} or {@code OUT_OF_SERVICE}; empty if mute. */
  public Optional<String> status() {
    try {
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int code = connection.getResponseCode();
      try (InputStream body =
          code == OK ? connection.getInputStream() : connection.getErrorStream()) {
        byte[] text = body == null ? new byte[0] : body.readNBytes(ENOUGH);
        return Optional.of(statusIn(text).orElse("HTTP_" + code));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The status of the whole, not of one of its components, which come first in the text. */
  private static Optional<String> statusIn(byte[] text) {
    try {
      return JSON.readTree(text).path("status").asStringOpt();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
