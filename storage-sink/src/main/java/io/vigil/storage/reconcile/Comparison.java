package io.vigil.storage.reconcile;

import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.MalformedBlockException;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.hot.HotBlocks;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the stores have of one stretch of the log, and what they lack. The history lacks a fragment
 * whole, as a replay of the stretch would write it; the hot window lacks readings only in blocks
 * that it has, for it may have let go of the others. For one thread.
 */
final class Comparison {
  private final Fragments history;
  private final HotBlocks hot;
  private final Duration answerWithin;
  private final List<Fragment> lackedByHistory = new ArrayList<>();
  private final List<Hour> lackedByHot = new ArrayList<>();
  private final Set<String> patients = new HashSet<>();
  private int readings;
  private int missingInHistory;
  private int missingInHot;

  private record Hour(SeriesKey series, ReadingColumns readings) {}

  Comparison(Fragments history, HotBlocks hot, Duration answerWithin) {
    this.history = history;
    this.hot = hot;
    this.answerWithin = answerWithin;
  }

  /**
   * Looks for what the stores lack of a fragment of the stretch.
   *
   * @throws ExecutionException if the history could not be read
   * @throws TimeoutException if it did not answer in time
   */
  void compare(Fragment fragment)
      throws InterruptedException, ExecutionException, TimeoutException {
    readings += fragment.readings().size();
    int missing = fragment.readings().size() - storedOf(fragment);
    if (missing > 0) {
      lackedByHistory.add(fragment);
      missingInHistory += missing;
      patients.add(fragment.series().patient());
    }
    compareWithHot(fragment.series(), fragment.readings());
  }

  /** How many of its readings the history has; none where it has something unreadable. */
  private int storedOf(Fragment fragment)
      throws InterruptedException, ExecutionException, TimeoutException {
    ReadingColumns expected = fragment.readings();
    long from = expected.timeAt(0);
    long to = expected.timeAt(expected.size() - 1) + 1;
    try {
      return await(history.readings(fragment.series(), fragment.day(), from, to))
          .countShared(expected);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof MalformedBlockException) {
        return 0;
      }
      throw e;
    }
  }

  private void compareWithHot(SeriesKey series, ReadingColumns expected) {
    for (int i = 0; i < expected.size(); ) {
      long start = HotWindow.blockStart(expected.timeAt(i));
      ReadingColumns hour = expected.between(start, start + HotWindow.BLOCK_SPAN.toMillis());
      ReadingColumns known = hot.readings(series, start).orElse(hour);
      int missing = hour.size() - known.countShared(hour);
      if (missing > 0) {
        lackedByHot.add(new Hour(series, hour));
        missingInHot += missing;
        patients.add(series.patient());
      }
      i += hour.size();
    }
  }

  /**
   * Gives the stores what they lack. May be repeated.
   *
   * @throws ExecutionException if the history did not take it
   * @throws TimeoutException if it did not answer in time
   */
  void repair() throws InterruptedException, ExecutionException, TimeoutException {
    for (Fragment fragment : lackedByHistory) {
      await(history.append(fragment));
    }
    for (Hour hour : lackedByHot) {
      hot.append(Map.of(hour.series(), hour.readings()));
    }
  }

  private <T> T await(CompletionStage<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.toCompletableFuture().get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How many readings were compared. */
  int readings() {
    return readings;
  }

  /** How many readings the history lacks. */
  int missingInHistory() {
    return missingInHistory;
  }

  /** How many readings the hot window lacks in blocks that it has. */
  int missingInHot() {
    return missingInHot;
  }

  /** Of how many patients something is missing. */
  int patients() {
    return patients.size();
  }
}
