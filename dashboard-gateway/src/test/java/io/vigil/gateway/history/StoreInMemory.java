package io.vigil.gateway.history;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store whose blocks a test puts in; it can go away, or hang. */
final class StoreInMemory implements BlockStore {
  private final List<byte[]> blocks = new ArrayList<>();
  private boolean away;
  private boolean hanging;

  StoreInMemory put(ReadingColumns readings) {
    blocks.add(new BlockCodec().encode(readings));
    return this;
  }

  StoreInMemory putMalformed() {
    blocks.add(new byte[] {1, 2, 3, 4, 5, 6, 7});
    return this;
  }

  StoreInMemory away() {
    away = true;
    return this;
  }

  StoreInMemory hanging() {
    hanging = true;
    return this;
  }

  @Override
  public CompletableFuture<List<byte[]>> blocks(Question question) {
    if (away) {
      return CompletableFuture.failedFuture(new StoreAway("this store"));
    }
    return hanging
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(List.copyOf(blocks));
  }

  @Override
  public boolean isThere() {
    return !away;
  }
}
