package io.vigil.gateway.audit;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or saw.
 *
 * @param action in the past tense, for example {@code patient_admitted}
 * @param time when, or null until it is told
 * @param who the user's name
 * @param from the address from which they did it
 * @param about of whom and of what: {@code patient}, {@code patients}, {@code device}, {@code
 *     user}, {@code alert}, {@code ward}, {@code reason}, each where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
    String action,
    @Nullable Instant time,
    String who,
    String from,
    @JsonAnyGetter Map<String, Object> about) {
  private static final String PATIENT = "patient";

  public AuditEvent {
    about = Map.copyOf(about);
  }

  /** Begins the account of this action. */
  public static AuditEvent of(String action) {
    return new AuditEvent(action, null, "", "", Map.of());
  }

  public AuditEvent by(String who, String from) {
    return new AuditEvent(action, time, who, from, about);
  }

  public AuditEvent ofPatient(String patient) {
    return with(PATIENT, patient);
  }

  public AuditEvent ofPatients(Collection<String> patients) {
    return with("patients", List.copyOf(patients));
  }

  public AuditEvent ofDevice(String device) {
    return with("device", device);
  }

  public AuditEvent ofUser(String user) {
    return with("user", user);
  }

  public AuditEvent ofAlert(String alert) {
    return with("alert", alert);
  }

  public AuditEvent ofWard(String ward) {
    return with("ward", ward);
  }

  public AuditEvent because(String reason) {
    return with("reason", reason);
  }

  /** Of whom, where it is about one patient. */
  public @Nullable String patient() {
    return (String) about.get(PATIENT);
  }

  AuditEvent at(Instant time) {
    return new AuditEvent(action, time, who, from, about);
  }

  private AuditEvent with(String what, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(about);
    more.put(what, value);
    return new AuditEvent(action, time, who, from, more);
  }
}
