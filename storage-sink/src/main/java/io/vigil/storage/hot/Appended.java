package io.vigil.storage.hot;

/**
 * What an append found.
 *
 * @param duplicates readings whose time was there already
 * @param conflicts those of them whose value is another
 */
public record Appended(int duplicates, int conflicts) {
  /** All were new. */
  static final Appended NEW = new Appended(0, 0);
}
