package io.vigil.generator.registration;

import io.vigil.generator.ward.Bed;
import java.util.Optional;

/** How devices come by the tokens with which they push. For any thread. */
public interface DeviceAccess {

  /** The token of this bed's device, or empty as long as it is not registered. */
  Optional<String> tokenOf(Bed bed);

  /** Asks for this bed to be registered again: its device's token is not known any more. */
  void renew(Bed bed);
}
