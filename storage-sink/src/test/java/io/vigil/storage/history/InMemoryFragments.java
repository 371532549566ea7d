package io.vigil.storage.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A history in memory that can be away, and can be slow. */
public final class InMemoryFragments implements Fragments {
  private final Map<Key, Fragment> rows = new ConcurrentHashMap<>();
  private final Queue<Runnable> heldBack = new ArrayDeque<>();
  private boolean away;
  private boolean slow;
  private int asked;

  private record Key(SeriesKey series, LocalDate day, long firstMs, String fragment) {}

  @Override
  public synchronized CompletionStage<Void> append(Fragment fragment) {
    asked++;
    if (away) {
      return CompletableFuture.failedStage(new HistoryAwayException());
    }
    CompletableFuture<Void> appended = new CompletableFuture<>();
    Runnable write =
        () -> {
          rows.put(
              new Key(
                  fragment.series(),
                  fragment.day(),
                  fragment.firstMs(),
                  fragment.offsets().toString()),
              fragment);
          appended.complete(null);
        };
    if (slow) {
      heldBack.add(write);
    } else {
      write.run();
    }
    return appended;
  }

  @Override
  public CompletionStage<ReadingColumns> readings(
      SeriesKey series, LocalDate day, long fromMs, long toMs) {
    return CompletableFuture.completedStage(
        rows.values().stream()
            .filter(row -> row.series().equals(series) && row.day().equals(day))
            .sorted(Comparator.comparing(Fragment::offsets, OffsetRange.LOG_ORDER))
            .map(Fragment::readings)
            .reduce(ReadingColumns.EMPTY, ReadingColumns::union)
            .between(fromMs, toMs));
  }

  /** From now on appends fail. */
  public synchronized void goAway() {
    away = true;
  }

  /** From now on appends succeed. */
  public synchronized void comeBack() {
    away = false;
  }

  /** From now on appends are not answered before {@link #answer}. */
  public synchronized void hesitate() {
    slow = true;
  }

  /** Answers the oldest append that waits; returns whether there was one. */
  public boolean answer() {
    Runnable next;
    synchronized (this) {
      next = heldBack.poll();
    }
    if (next != null) {
      next.run();
    }
    return next != null;
  }

  /** Answers whoever waits and hesitates no longer. */
  public void answerAll() {
    synchronized (this) {
      slow = false;
    }
    boolean more = true;
    while (more) {
      more = answer();
    }
  }

  /** How many appends wait for an answer. */
  public synchronized int waiting() {
    return heldBack.size();
  }

  /** How often an append was asked for. */
  public synchronized int asked() {
    return asked;
  }

  /** Everything that was appended, by fragment's name, in no order. */
  public List<Fragment> all() {
    return List.copyOf(rows.values());
  }
}
