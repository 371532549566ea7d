package io.vigil.generator.registration;

import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Device;
import io.vigil.generator.ward.Ward;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works off the devices that are to be registered. They may be added by any thread. */
@Component
class Registration implements DeviceAccess {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);
  private static final int SAVE_AFTER = 500;

  private final Gateway gateway;
  private final DeviceTokens tokens;
  private final Set<Device> waiting = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile boolean complete;
  private String lastFailure = "";
  private int unsaved;

  Registration(Gateway gateway, DeviceTokens tokens, Ward ward) {
    this.gateway = gateway;
    this.tokens = tokens;
    ward.devices().forEach(this::register);
    this.complete = waiting.isEmpty();
  }

  @Override
  public Optional<String> tokenOf(String device) {
    return tokens.of(device);
  }

  @Override
  public final void register(Device device) {
    if (tokens.of(device.id()).isEmpty()) {
      waiting.add(device);
    }
  }

  @Override
  public void renew(Device device) {
    waiting.add(device);
  }

  /** Whether every device was registered once. */
  boolean isComplete() {
    return complete;
  }

  int waiting() {
    return waiting.size();
  }

  /**
   * Registers whoever waits, up to the first failure.
   *
   * @return whether nobody waits any more; if not, try again later
   */
  boolean attempt() {
    List<Device> devices = snapshot();
    if (devices.isEmpty()) {
      return true;
    }
    try {
      devices.forEach(this::provide);
      log.info("{} devices registered", devices.size());
      lastFailure = "";
      complete = true;
      return true;
    } catch (RuntimeException e) {
      gateway.signOut();
      tell(e);
      return false;
    } finally {
      save();
    }
  }

  private void provide(Device device) {
    for (Bed bed : device.beds()) {
      gateway.admit(bed);
      gateway.grant(bed);
    }
    tokens.keep(device.id(), gateway.provide(device));
    waiting.remove(device);
    if (++unsaved >= SAVE_AFTER) {
      save();
    }
  }

  private void save() {
    tokens.save();
    unsaved = 0;
  }

  private List<Device> snapshot() {
    synchronized (waiting) {
      return List.copyOf(waiting);
    }
  }

  /** Once for each cause, however often it repeats. */
  private void tell(RuntimeException failure) {
    String cause = failure.toString();
    if (!cause.equals(lastFailure)) {
      lastFailure = cause;
      log.warn("{} devices wait to be registered: {}", waiting.size(), cause);
    }
  }
}
