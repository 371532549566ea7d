package io.vigil.gateway.history;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Holds readings as blocks. */
interface BlockStore {
  /**
   * Blocks that have all readings which the question asks for and that this store has, and may have
   * more. Of two readings of the same time that of the earlier block counts. Never waits; the
   * future fails if the store is away.
   */
  CompletableFuture<List<byte[]>> blocks(Question question);

  /** Whether the store can be asked now; costs nothing. */
  boolean isThere();
}
