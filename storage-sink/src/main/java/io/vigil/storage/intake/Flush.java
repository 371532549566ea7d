package io.vigil.storage.intake;

import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.FragmentWriter;
import io.vigil.storage.record.PartitionGather;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is on its way into the history: attempted as often as it takes, each time only what is not
 * certain to be durable. For one thread.
 */
final class Flush {
  private final Map<Integer, PartitionGather> covered = new HashMap<>();
  private final List<Parking> parkings;
  private final FragmentWriter writer;
  private final RejectedRecords rejected;
  private CompletableFuture<List<Fragment>> notWritten;
  private CompletableFuture<Void> parked;

  /** Begins the first attempt. */
  Flush(Gather gather, FragmentWriter writer, RejectedRecords rejected) {
    this.writer = writer;
    this.rejected = rejected;
    this.parkings = gather.parkings();
    gather.partitions().forEach(partition -> covered.put(partition.partition(), partition));
    List<Fragment> fragments =
        covered.values().stream().flatMap(partition -> partition.fragments().stream()).toList();
    this.notWritten = writer.write(fragments);
    this.parked = park();
  }

  /** Whether the attempt that began last has ended, well or not. */
  boolean isSettled() {
    return notWritten.isDone() && parked.isDone();
  }

  /** Whether all of it is durable. */
  boolean isDurable() {
    return isSettled() && notWritten.join().isEmpty() && !parked.isCompletedExceptionally();
  }

  /** Begins another attempt, after one that has ended and was not enough. */
  void retry() {
    notWritten =
        writer.write(
            notWritten.join().stream()
                .filter(fragment -> covered.containsKey(fragment.offsets().partition()))
                .toList());
    parked = park();
  }

  /** Waits until the attempt ends, at most so long. */
  void await(long atMostNanos) {
    try {
      CompletableFuture.allOf(notWritten, parked)
          .get(Math.max(0, atMostNanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      return; // Whoever waits asks afterwards what has become of it.
    }
  }

  /** The partitions that it covers still. */
  Set<PartitionGather> covered() {
    return new HashSet<>(covered.values());
  }

  /** How much it holds: readings and parked records. */
  int held() {
    return parkings.size()
        + covered.values().stream().mapToInt(PartitionGather::readingsTaken).sum();
  }

  /**
   * Covers these partitions no longer; another instance replays them. Returns how many readings.
   */
  int forget(Set<Integer> others) {
    int readings = 0;
    for (Integer other : others) {
      PartitionGather gone = covered.remove(other);
      readings += gone == null ? 0 : gone.readingsTaken();
    }
    return readings;
  }

  private CompletableFuture<Void> park() {
    return CompletableFuture.allOf(
        parkings.stream()
            .map(parking -> parking.attempt(rejected))
            .toArray(CompletableFuture<?>[]::new));
  }
}
