package io.vigil.alert.webhook;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * What every subscription at work shares.
 *
 * @param consumers opens the log for a subscription, in its group
 * @param isAlive whether alarms are being decided, so that a heartbeat is true
 */
record WebhookContext(
    WebhookProperties properties,
    Registry registry,
    Function<Subscription, Consumer<String, byte[]>> consumers,
    Sender sender,
    WebhookLog log,
    WebhookMetrics metrics,
    InstantSource clock,
    BooleanSupplier isAlive) {

  Backoff backoff() {
    return new Backoff(
        properties.firstRetry(),
        properties.longestRetry(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  boolean isFor(Subscription subscription, Alert alert) {
    List<String> patients = alert.members() == null ? List.of(alert.patient()) : alert.members();
    Set<String> wards =
        patients.stream()
            .flatMap(patient -> registry.patient(patient).stream())
            .map(Patient::ward)
            .collect(Collectors.toSet());
    return subscription.filter().passes(alert, wards);
  }

  /** The alarm event in a record, or empty if it is another one. */
  Optional<AlertEvent> alertOf(byte[] value) {
    try {
      return Optional.of(AlertEvent.fromJson(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
