package io.vigil.storage.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends many fragments, so many at once and no more, and stops at the first that fails. */
public final class FragmentWriter {
  private static final Logger log = LoggerFactory.getLogger(FragmentWriter.class);

  private final Fragments fragments;
  private final int atOnce;
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * @param atOnce how many appends of one call may be under way at the same time
   */
  public FragmentWriter(Fragments fragments, int atOnce) {
    this.fragments = fragments;
    this.atOnce = atOnce;
  }

  /**
   * Appends these. Does not block. The future never fails: it gives the fragments of which it is
   * not certain that they are durable, to be written again.
   */
  public CompletableFuture<List<Fragment>> write(List<Fragment> all) {
    Round round = new Round(all);
    round.drain();
    return round.notDurable;
  }

  private void tell(Throwable failure) {
    if (!failing.getAndSet(true)) {
      log.warn("The history does not take fragments now: {}", failure.toString());
    }
  }

  private void tellOfSuccess() {
    if (failing.getAndSet(false)) {
      log.info("The history takes fragments again");
    }
  }

  /** One call's appends; each that completes makes room for the next. */
  private final class Round {
    private final CompletableFuture<List<Fragment>> notDurable = new CompletableFuture<>();
    private final Iterator<Fragment> waiting;
    private final List<Fragment> failed = new ArrayList<>();

    /** Of those who call {@link #drain} at the same time one submits, for all. */
    private final AtomicInteger calls = new AtomicInteger();

    private int underWay;

    private Round(List<Fragment> all) {
      this.waiting = all.iterator();
    }

    private void drain() {
      int seen = calls.getAndIncrement();
      if (seen != 0) {
        return;
      }
      do {
        seen = calls.get();
        for (Fragment next = next(); next != null; next = next()) {
          submit(next);
        }
      } while (calls.addAndGet(-seen) != 0);
    }

    private synchronized @Nullable Fragment next() {
      if (underWay < atOnce && failed.isEmpty() && waiting.hasNext()) {
        underWay++;
        return waiting.next();
      }
      if (underWay == 0) {
        waiting.forEachRemaining(failed::add);
        if (failed.isEmpty()) {
          tellOfSuccess();
        }
        notDurable.complete(List.copyOf(failed));
      }
      return null;
    }

    private void submit(Fragment fragment) {
      CompletionStage<Void> append;
      try {
        append = fragments.append(fragment);
      } catch (RuntimeException e) {
        append = CompletableFuture.failedStage(e);
      }
      append.whenComplete(
          (durable, failure) -> {
            settle(fragment, failure);
            drain();
          });
    }

    private synchronized void settle(Fragment fragment, @Nullable Throwable failure) {
      underWay--;
      if (failure != null) {
        failed.add(fragment);
        tell(failure);
      }
    }
  }
}
