package io.vigil.storage.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.storage.hot.HotProperties;
import io.vigil.storage.hot.Retention;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriorityRetentionTest {
  private final Registry registry = new Registry();
  private final Retention retention =
      new PriorityRetention(
          registry,
          new HotProperties(Duration.ofDays(7), Duration.ofHours(1), 1, Duration.ofSeconds(1)));

  @Test
  void keepsHighPriorityLonger() {
    admit("p-0001", Patient.Priority.HIGH);
    admit("p-0002", Patient.Priority.NORMAL);

    assertThat(retention.of("p-0001")).isEqualTo(Duration.ofDays(7));
    assertThat(retention.of("p-0002")).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void keepsWhoIsNotAdmittedAsEverybodyElse() {
    assertThat(retention.of("p-0003")).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void followsChangesOfPriority() {
    admit("p-0001", Patient.Priority.NORMAL);
    admit("p-0001", Patient.Priority.HIGH);

    assertThat(retention.of("p-0001")).isEqualTo(Duration.ofDays(7));
  }

  private void admit(String id, Patient.Priority priority) {
    Patient patient = new Patient(id, "Ada Byron", "3 West", "12", priority, Instant.EPOCH);
    registry.apply(patient.key(), patient.toJson());
  }
}
