package io.vigil.gateway.registry;

import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers devices and takes their tokens back. */
@RestController
@RequestMapping("/api/v1/devices/{id}")
class DevicesController {
  private static final int MAX_PATIENTS = 1_000;

  private final Registry registry;
  private final RegistryLog log;
  private final Audit audit;

  DevicesController(Registry registry, RegistryLog log, Audit audit) {
    this.registry = registry;
    this.log = log;
    this.audit = audit;
  }

  /** Whose readings the device may push. */
  record Registration(@NotNull @NotEmpty @Size(max = MAX_PATIENTS) Set<@NotNull String> patients) {}

  /** Answers a new token; an earlier one of this device ends. */
  @PutMapping
  ResponseEntity<DeviceToken> put(
      @PathVariable String id,
      @Valid @RequestBody Registration registration,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    boolean isNew = registry.device(Ids.checked("device", id)).isEmpty();
    registration.patients().forEach(patient -> Ids.checked("patient", patient));
    DeviceToken token = DeviceToken.random();
    log.put(new Device(id, registration.patients(), token.hash()));
    tell("device_registered", id, admin, request);
    return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(token);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    Device device = registry.device(id).orElseThrow(() -> new NoSuchEntry("device"));
    log.remove(device.key());
    tell("device_revoked", id, admin, request);
  }

  private void tell(String action, String id, SignedIn admin, HttpServletRequest request) {
    audit.tell(
        AuditEvent.of(action).by(admin.person().username(), request.getRemoteAddr()).ofDevice(id));
  }
}
