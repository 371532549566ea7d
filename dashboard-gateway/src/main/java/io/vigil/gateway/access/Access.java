package io.vigil.gateway.access;

import io.vigil.gateway.signin.Person;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides who may see whom, by the registry as it is now. Safe for threads. */
@Component
public class Access {
  private final Registry registry;

  Access(Registry registry) {
    this.registry = registry;
  }

  /** Whether they see this patient's vitals and alarms at this time. */
  public boolean maySee(Person person, String patient, Instant now) {
    return registry.patient(patient).isPresent()
        && (patient.equals(person.patient())
            || registry.isGranted(patient, person.username(), now));
  }

  /** When a right that holds now ends by itself, or {@link Instant#MAX}. */
  public Instant endOf(Person person, String patient) {
    if (patient.equals(person.patient())) {
      return Instant.MAX;
    }
    Instant until = registry.grant(patient, person.username()).map(Grant::until).orElse(null);
    return until == null ? Instant.MAX : until;
  }

  /** Everybody whose vitals and alarms they see at this time, in no order. */
  public List<Patient> visibleTo(Person person, Instant now) {
    return registry.patients().stream()
        .filter(patient -> maySee(person, patient.id(), now))
        .toList();
  }

  /**
   * Whether they want to hear this patient's news and may: a doctor those whom they follow, a
   * patient their own.
   */
  public boolean hearsOf(Person person, String patient, Instant now) {
    return maySee(person, patient, now)
        && (patient.equals(person.patient()) || registry.isFollowed(patient, person.username()));
  }

  /** Everybody whose news they want to hear and may, in no order. */
  public List<Patient> heardBy(Person person, Instant now) {
    return registry.patients().stream()
        .filter(patient -> hearsOf(person, patient.id(), now))
        .toList();
  }

  /** The right that this person took by breaking the glass of this patient, if they did. */
  public Optional<Grant> brokenGlass(String patient, String user) {
    return registry.grant(patient, user).filter(grant -> grant.reason() != null);
  }

  /**
   * Everybody of whom they know that they are admitted, in no order: for administrators all, for
   * others those whom they see.
   */
  public List<Patient> knownTo(Person person, Instant now) {
    return person.administers() ? List.copyOf(registry.patients()) : visibleTo(person, now);
  }

  /**
   * The patient with this id.
   *
   * @throws UnknownPatient if there is none, or they may not see them
   */
  public Patient patientSeenBy(Person person, String id, Instant now) {
    return registry
        .patient(id)
        .filter(patient -> maySee(person, id, now))
        .orElseThrow(UnknownPatient::new);
  }
}
