package io.vigil.generator.push;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.ward.Device;
import java.util.Optional;

/** Tokens as they are: for devices of patients of whom too little is known to register them. */
record OldTokens(DeviceAccess access) implements DeviceAccess {
  @Override
  public Optional<String> tokenOf(String device) {
    return access.tokenOf(device);
  }

  @Override
  public void register(Device device) {}

  @Override
  public void renew(Device device) {}
}
