package io.vigil.alert.webhook;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A target of alarm events, as it lies in the topic vitals.webhooks under its id.
 *
 * @param url where to post
 * @param secret with which what is sent is signed
 * @param filter which events it is for
 * @param heartbeat whether it is told every few seconds that Vigil lives
 * @param createdAt events from then on are sent; with the id it names the place in the log
 * @param by who subscribed it
 */
record Subscription(
    String id,
    URI url,
    String secret,
    Filter filter,
    boolean heartbeat,
    Instant createdAt,
    String by) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  Subscription {
    requireNonNull(id, "id");
    requireNonNull(url, "url");
    requireNonNull(secret, "secret");
    requireNonNull(filter, "filter");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(by, "by");
  }

  byte[] toJson() {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static Subscription fromJson(byte[] json) {
    try {
      Subscription read = JSON.readValue(json, Subscription.class);
      if (read == null) {
        throw new IllegalArgumentException("not a subscription: null");
      }
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a subscription: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "Subscription[" + id + "]";
  }
}
