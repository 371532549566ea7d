package io.vigil.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param action in the past tense, for example {@code patient_admitted}
 * @param time when, or null until it is told
 * @param who the user's name
 * @param from the address from which they did it
 * @param patient of whom, where it is about a patient
 * @param device of which device, where it is about one
 * @param user of which other user, where it is about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
    String action,
    @Nullable Instant time,
    String who,
    String from,
    @Nullable String patient,
    @Nullable String device,
    @Nullable String user) {

  /** Begins the account of this action. */
  public static AuditEvent of(String action) {
    return new AuditEvent(action, null, "", "", null, null, null);
  }

  public AuditEvent by(String who, String from) {
    return new AuditEvent(action, time, who, from, patient, device, user);
  }

  public AuditEvent ofPatient(String patient) {
    return new AuditEvent(action, time, who, from, patient, device, user);
  }

  public AuditEvent ofDevice(String device) {
    return new AuditEvent(action, time, who, from, patient, device, user);
  }

  public AuditEvent ofUser(String user) {
    return new AuditEvent(action, time, who, from, patient, device, user);
  }

  AuditEvent at(Instant time) {
    return new AuditEvent(action, time, who, from, patient, device, user);
  }
}
