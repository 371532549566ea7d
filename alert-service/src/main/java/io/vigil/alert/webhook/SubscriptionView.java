package io.vigil.alert.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as admins see it.
 *
 * @param secret told once, when it is made, and left out from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
    String id,
    String url,
    Filter filter,
    boolean heartbeat,
    Instant createdAt,
    String by,
    @Nullable String secret) {

  static SubscriptionView of(Subscription subscription) {
    return of(subscription, null);
  }

  static SubscriptionView withSecret(Subscription subscription) {
    return of(subscription, subscription.secret());
  }

  private static SubscriptionView of(Subscription subscription, @Nullable String secret) {
    return new SubscriptionView(
        subscription.id(),
        subscription.url().toString(),
        subscription.filter(),
        subscription.heartbeat(),
        subscription.createdAt(),
        subscription.by(),
        secret);
  }
}
