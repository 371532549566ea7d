package io.vigil.gateway.history;

/** A store cannot be asked now. */
final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreAway(String store) {
    super(store + " is away");
  }
}
