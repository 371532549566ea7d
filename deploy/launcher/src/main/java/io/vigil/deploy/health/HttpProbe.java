package io.vigil.deploy.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a service for its health on the management port. */
public final class HttpProbe implements Probe {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int OK = 200;
  private static final int ENOUGH = 4_096;
  private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z_]+)\"");

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
        String text = body == null ? "" : new String(body.readNBytes(ENOUGH), UTF_8);
        Matcher status = STATUS.matcher(text);
        return Optional.of(status.find() ? status.group(1) : "HTTP_" + code);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
