package io.vigil.gateway.history;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.vigil.schema.block.HotWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The blocks of the hot window. */
final class HotBlocks implements BlockStore {
  private static final long SPAN_MS = HotWindow.BLOCK_SPAN.toMillis();

  /** Hazelcast would start a thread for each completion on a machine with few cores. */
  private static final Executor ON_THE_COMPLETING_THREAD = Runnable::run;

  private final HazelcastConnection connection;

  HotBlocks(HazelcastConnection connection) {
    this.connection = connection;
  }

  @Override
  public boolean isThere() {
    return connection.client().isPresent();
  }

  @Override
  public CompletableFuture<List<byte[]>> blocks(Question question) {
    return connection
        .client()
        .map(client -> blocks(question, client))
        .orElseGet(() -> CompletableFuture.failedFuture(new StoreAway("the hot window")));
  }

  private static CompletableFuture<List<byte[]>> blocks(
      Question question, HazelcastInstance client) {
    List<CompletableFuture<byte[]>> asked = new ArrayList<>();
    try {
      IMap<String, byte[]> map = client.getMap(HotWindow.MAP);
      long start = HotWindow.blockStart(question.fromMs());
      for (; start < question.toMs(); start += SPAN_MS) {
        String key = HotWindow.key(question.patient(), question.vital(), start);
        asked.add(map.getAsync(key).toCompletableFuture());
      }
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApplyAsync(
            done -> asked.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList(),
            ON_THE_COMPLETING_THREAD);
  }
}
