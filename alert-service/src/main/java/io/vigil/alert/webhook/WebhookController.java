package io.vigil.alert.webhook;

import io.vigil.schema.registry.RegistryKey;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where admins subscribe targets, and look after what these did not take. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {
  private final Admins admins;
  private final Subscriptions subscriptions;
  private final WebhookLog log;
  private final ParkedEvents parked;
  private final WebhookProperties properties;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  WebhookController(
      Admins admins,
      Subscriptions subscriptions,
      WebhookLog log,
      ParkedEvents parked,
      WebhookProperties properties,
      InstantSource clock) {
    this.admins = admins;
    this.subscriptions = subscriptions;
    this.log = log;
    this.parked = parked;
    this.properties = properties;
    this.clock = clock;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    return ResponseEntity.status(refused.getStatusCode())
        .headers(refused.getHeaders())
        .body(refused.getBody());
  }

  @GetMapping
  List<SubscriptionView> all(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    admins.require(authorization);
    return subscriptions.all().stream().map(SubscriptionView::of).toList();
  }

  @PutMapping("/{id}")
  ResponseEntity<SubscriptionView> put(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @PathVariable String id,
      @RequestBody SubscriptionRequest request)
      throws InterruptedException {
    String by = admins.require(authorization);
    Optional<Subscription> known = subscriptions.find(id);
    check(id, request, known.isPresent());
    Subscription subscription =
        new Subscription(
            id,
            URI.create(String.valueOf(request.url())),
            known.map(Subscription::secret).orElseGet(() -> Signature.newSecret(random)),
            request.filter(),
            request.wantsHeartbeat(),
            known
                .map(Subscription::createdAt)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS)),
            by);
    write(id, subscription.toJson());
    return known.isPresent()
        ? ResponseEntity.ok(SubscriptionView.of(subscription))
        : ResponseEntity.status(HttpStatus.CREATED).body(SubscriptionView.withSecret(subscription));
  }

  private void check(String id, SubscriptionRequest request, boolean isKnown) {
    if (!RegistryKey.isId(id)) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT, "invalid_id", "An id is 1 to 64 of A–Z a–z 0–9 . _ -");
    }
    request
        .fault(properties.plainHttp())
        .ifPresent(
            fault -> {
              throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", fault);
            });
    if (!isKnown && subscriptions.all().size() >= properties.subscriptions()) {
      throw new Refused(
          HttpStatus.CONFLICT,
          "too_many_webhooks",
          "There may be " + properties.subscriptions() + " webhooks at most");
    }
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @PathVariable String id)
      throws InterruptedException {
    admins.require(authorization);
    find(id);
    write(id, null);
    return ResponseEntity.noContent().build();
  }

  private Subscription find(String id) {
    return subscriptions
        .find(id)
        .orElseThrow(
            () -> new Refused(HttpStatus.NOT_FOUND, "unknown_webhook", "No webhook has this id"));
  }

  /** What is in the log is what this instance knows, at once, and the others soon. */
  private void write(String id, byte @Nullable [] json) throws InterruptedException {
    if (!log.put(id, json)) {
      throw unavailable();
    }
    subscriptions.apply(id, json);
  }

  private static Refused unavailable() {
    return new Refused(
        HttpStatus.SERVICE_UNAVAILABLE, "log_unavailable", "The log does not answer now");
  }

  @GetMapping("/{id}/parked")
  List<ParkedEvents.View> parked(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @PathVariable String id) {
    admins.require(authorization);
    return parked.of(find(id));
  }

  /** Sends what was parked again, oldest first, until one fails. */
  @PostMapping("/{id}/replay")
  ParkedEvents.Replay replay(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @PathVariable String id) {
    admins.require(authorization);
    return parked.replay(find(id));
  }
}
