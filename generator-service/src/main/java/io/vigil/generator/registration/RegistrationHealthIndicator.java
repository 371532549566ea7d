package io.vigil.generator.registration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before every device has been registered once. */
@Component
class RegistrationHealthIndicator implements HealthIndicator {
  private final Registration registration;

  RegistrationHealthIndicator(Registration registration) {
    this.registration = registration;
  }

  @Override
  public Health health() {
    Health.Builder health = registration.isComplete() ? Health.up() : Health.outOfService();
    return health.withDetail("waiting", registration.waiting()).build();
  }
}
