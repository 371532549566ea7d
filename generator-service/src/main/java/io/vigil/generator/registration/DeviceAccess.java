package io.vigil.generator.registration;

import io.vigil.generator.ward.Device;
import java.util.Optional;

/** How devices come by the tokens with which they push. For any thread. */
public interface DeviceAccess {

  /** The token of this device, or empty as long as it is not registered. */
  Optional<String> tokenOf(String device);

  /** Asks for this device and its patients to be registered, if it has no token yet. */
  void register(Device device);

  /** Asks for this device to be registered again: its token is not known any more. */
  void renew(Device device);
}
