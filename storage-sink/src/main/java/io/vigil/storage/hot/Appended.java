package io.vigil.storage.hot;

/**
 * What an append to one block found.
 *
 * @param duplicates readings whose time was there already
 * @param conflicts those of them whose value is another
 */
record Appended(int duplicates, int conflicts) {}
