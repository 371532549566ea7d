package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread on which all devices work. */
@Component
class PushLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PushLoop.class);
  private static final long TICK_MILLIS = 10;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "push"));
  private final Stations stations;
  private final Recitals recitals;
  private final Books books;
  private final Sender sender;
  private final InstantSource clock;
  private final long answerWithinMillis;
  private volatile @Nullable Future<?> ticking;

  PushLoop(
      Stations stations,
      Recitals recitals,
      Ingest ingest,
      Books books,
      PushProperties properties,
      InstantSource clock) {
    this.stations = stations;
    this.recitals = recitals;
    this.books = books;
    this.clock = clock;
    this.answerWithinMillis = properties.answerWithin().toMillis();
    this.sender = new Sender(ingest, books, clock, thread, properties.requestsAtOnce());
  }

  @Override
  public void start() {
    List<Reading> undecided = books.open();
    if (!undecided.isEmpty()) {
      log.info("{} readings of an earlier run are sent again", undecided.size());
    }
    Instant now = clock.instant();
    List<Station> all = stations.startingAt(now);
    List<Station> leftOver = stations.giveBack(undecided, all, books);
    Shift shift = new Shift(all, leftOver, recitals, now, books, sender);
    ticking = thread.scheduleAtFixedRate(() -> tick(shift), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Returns when what is under way has been answered, or does not get an answer; what then is not
   * decided is on disk.
   */
  @Override
  public void stop() {
    if (ticking != null) {
      ticking.cancel(false);
      ticking = null;
    }
    CompletableFuture<Void> idle = new CompletableFuture<>();
    thread.execute(() -> sender.close(() -> idle.complete(null)));
    idle.completeOnTimeout(null, answerWithinMillis, TimeUnit.MILLISECONDS).join();
    CompletableFuture.runAsync(books::close, thread).join();
    thread.shutdown();
  }

  @Override
  public boolean isRunning() {
    return ticking != null;
  }

  private void tick(Shift shift) {
    try {
      shift.workUntil(clock.instant());
    } catch (RuntimeException e) {
      // Or the schedule would end here.
      log.error("a beat failed", e);
    }
  }
}
