package io.vigil.ingest.device;

import io.vigil.schema.registry.Registry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Knows devices by their tokens; safe for any thread, and never blocks. */
public final class Devices {
  private final Registry registry;
  private final BooleanSupplier known;

  /**
   * The devices of a registry.
   *
   * @param known whether the registry has been read: before, every token would look unknown
   */
  public Devices(Registry registry, BooleanSupplier known) {
    this.registry = registry;
    this.known = known;
  }

  /** Whether it is known yet which devices there are. */
  public boolean areKnown() {
    return known.getAsBoolean();
  }

  /** The device with this token, or empty if there is none, any more. */
  public Optional<PushingDevice> ofToken(String token) {
    return registry
        .deviceOfTokenHash(TokenHash.of(token))
        .map(device -> new PushingDevice(device, registry));
  }
}
