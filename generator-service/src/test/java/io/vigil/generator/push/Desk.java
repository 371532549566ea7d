package io.vigil.generator.push;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.ward.Device;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registers every device but those that a test does not want registered. */
final class Desk implements DeviceAccess {
  private final Set<String> unregistered = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> renewed = new ArrayList<>();

  @Override
  public Optional<String> tokenOf(String device) {
    return unregistered.contains(device) ? Optional.empty() : Optional.of("vgd_" + device);
  }

  @Override
  public void register(Device device) {
    asked.add(device.id());
  }

  @Override
  public void renew(Device device) {
    renewed.add(device.id());
  }

  void forget(String device) {
    unregistered.add(device);
  }

  void know(String device) {
    unregistered.remove(device);
  }

  /** Those that were asked to be registered. */
  List<String> asked() {
    return asked;
  }

  List<String> renewed() {
    return renewed;
  }
}
