package io.vigil.generator.registration;

import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Ward;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works off the beds that are to be registered. Beds may be added by any thread. */
@Component
class Registration implements DeviceAccess {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);

  private final Gateway gateway;
  private final DeviceTokens tokens;
  private final Set<Bed> waiting = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile boolean complete;
  private String lastFailure = "";

  Registration(Gateway gateway, DeviceTokens tokens, Ward ward) {
    this.gateway = gateway;
    this.tokens = tokens;
    ward.beds().stream().filter(bed -> tokens.of(bed.device()).isEmpty()).forEach(waiting::add);
    this.complete = waiting.isEmpty();
  }

  @Override
  public Optional<String> tokenOf(Bed bed) {
    return tokens.of(bed.device());
  }

  @Override
  public void renew(Bed bed) {
    waiting.add(bed);
  }

  /** Whether every bed was registered once. */
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
    List<Bed> beds = snapshot();
    if (beds.isEmpty()) {
      return true;
    }
    try {
      beds.forEach(this::register);
      log.info("{} devices registered", beds.size());
      lastFailure = "";
      complete = true;
      return true;
    } catch (RuntimeException e) {
      gateway.signOut();
      tell(e);
      return false;
    } finally {
      tokens.save();
    }
  }

  private void register(Bed bed) {
    gateway.admit(bed);
    gateway.grant(bed);
    tokens.keep(bed.device(), gateway.provide(bed));
    waiting.remove(bed);
  }

  private List<Bed> snapshot() {
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
