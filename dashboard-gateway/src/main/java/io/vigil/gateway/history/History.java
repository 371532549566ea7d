package io.vigil.gateway.history;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.MalformedBlockException;
import io.vigil.schema.block.ReadingColumns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the hot window and the history at once, and answers with the union of what they have. */
final class History {
  private static final Logger log = LoggerFactory.getLogger(History.class);

  private final BlockStore hot;
  private final BlockStore cold;
  private final BlockCodec codec;
  private final Duration answerWithin;

  History(BlockStore hot, BlockStore cold, BlockCodec codec, Duration answerWithin) {
    this.hot = hot;
    this.cold = cold;
    this.codec = codec;
    this.answerWithin = answerWithin;
  }

  /**
   * What is known.
   *
   * @param partial a store was away or had something unreadable; there may be more
   */
  record Known(ReadingColumns readings, Source source, boolean partial) {}

  /** One store's share of the answer; incomplete if not all of it could be had. */
  private record Share(ReadingColumns readings, boolean complete) {}

  /**
   * Answers the question.
   *
   * @throws HistoryUnavailable if neither can be asked
   */
  Known answer(Question question) {
    long deadline = System.nanoTime() + answerWithin.toNanos();
    CompletableFuture<List<byte[]>> hotBlocks = hot.blocks(question);
    CompletableFuture<List<byte[]>> coldBlocks = cold.blocks(question);
    Share fromHot = share(hotBlocks, question, deadline);
    Share fromCold = share(coldBlocks, question, deadline);
    if (fromHot == null && fromCold == null) {
      throw new HistoryUnavailable();
    }
    ReadingColumns hotReadings = fromHot == null ? ReadingColumns.EMPTY : fromHot.readings;
    ReadingColumns coldReadings = fromCold == null ? ReadingColumns.EMPTY : fromCold.readings;
    boolean complete = fromHot != null && fromHot.complete && fromCold != null && fromCold.complete;
    return new Known(
        hotReadings.union(coldReadings),
        Source.of(!hotReadings.isEmpty(), !coldReadings.isEmpty()),
        !complete);
  }

  private @Nullable Share share(
      CompletableFuture<List<byte[]>> blocks, Question question, long deadlineNanos) {
    try {
      long left = Math.max(0, deadlineNanos - System.nanoTime());
      return decode(blocks.get(left, TimeUnit.NANOSECONDS), question);
    } catch (ExecutionException | TimeoutException e) {
      log.debug("A store does not answer", e);
      blocks.cancel(false);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HistoryUnavailable();
    }
  }

  private Share decode(List<byte[]> blocks, Question question) {
    List<ReadingColumns> parts = new ArrayList<>(blocks.size());
    boolean complete = true;
    for (byte[] block : blocks) {
      try {
        parts.add(codec.decode(block).between(question.fromMs(), question.toMs()));
      } catch (MalformedBlockException e) {
        log.warn("Leaving out a block that cannot be read: {}", e.getMessage());
        complete = false;
      }
    }
    return new Share(union(parts), complete);
  }

  /** In halves, so that each reading is moved log n times and not n times. */
  private static ReadingColumns union(List<ReadingColumns> parts) {
    return switch (parts.size()) {
      case 0 -> ReadingColumns.EMPTY;
      case 1 -> parts.get(0);
      default -> {
        int half = parts.size() / 2;
        yield union(parts.subList(0, half)).union(union(parts.subList(half, parts.size())));
      }
    };
  }
}
