package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Sends what devices have in hand: one request a lane, a bounded number over all, first come first
 * served, but the present before backlog, which may use no more than half of the requests. Its
 * methods and the answers run on the same one thread.
 */
final class Sender {
  private static final String TOO_MANY_READINGS = "too_many_readings";

  private final Ingest ingest;
  private final Books books;
  private final InstantSource clock;
  private final Executor thread;
  private final int requestsAtOnce;
  private final Set<Errand> present = new LinkedHashSet<>();
  private final Set<Errand> past = new LinkedHashSet<>();
  private int underWay;
  private int pastUnderWay;
  private boolean closed;
  private Runnable whenIdle = () -> {};

  /**
   * @param thread the one that calls this object
   * @param requestsAtOnce how many requests may be under way
   */
  Sender(Ingest ingest, Books books, InstantSource clock, Executor thread, int requestsAtOnce) {
    this.ingest = ingest;
    this.books = books;
    this.clock = clock;
    this.thread = thread;
    this.requestsAtOnce = requestsAtOnce;
  }

  /** Sends what this station has, as soon as a request is to be had. */
  void offer(Station station) {
    Instant now = clock.instant();
    if (station.isAtWork(now)) {
      BedsideDevice hands = station.hands();
      offer(present, new Errand(station, hands.presentAt(now)), now);
      offer(past, new Errand(station, hands.backlog()), now);
      offer(past, new Errand(station, hands.copies()), now);
      sendQueued();
    }
  }

  /** Sends nothing more, and runs this once no request is under way. */
  void close(Runnable whenIdle) {
    closed = true;
    this.whenIdle = whenIdle;
    tellWhenIdle();
  }

  private static void offer(Set<Errand> queue, Errand errand, Instant now) {
    if (errand.lane().isReady(now)) {
      queue.add(errand);
    }
  }

  private void sendQueued() {
    while (!closed && underWay < requestsAtOnce) {
      Optional<Errand> next = next();
      if (next.isEmpty()) {
        return;
      }
      Instant now = clock.instant();
      Errand errand = next.get();
      if (errand.station().isAtWork(now) && errand.lane().isReady(now)) {
        errand.station().token().ifPresent(token -> send(errand, token));
      }
    }
  }

  private Optional<Errand> next() {
    if (!present.isEmpty()) {
      return Optional.of(first(present));
    }
    if (!past.isEmpty() && pastUnderWay < Math.max(1, requestsAtOnce / 2)) {
      return Optional.of(first(past));
    }
    return Optional.empty();
  }

  private static Errand first(Set<Errand> queue) {
    Errand first = queue.iterator().next();
    queue.remove(first);
    return first;
  }

  private void send(Errand errand, String token) {
    List<Reading> readings = errand.lane().send(errand.hands().batch());
    books.sent(readings.size());
    if (errand.isCopies()) {
      books.sentCopies(readings.size());
    }
    count(errand, 1);
    ingest.push(
        token, readings, answer -> thread.execute(() -> answered(errand, readings, answer)));
  }

  private void answered(Errand errand, List<Reading> readings, Answer answer) {
    count(errand, -1);
    if (errand.isCopies()) {
      errand.lane().settle();
    } else {
      settle(errand, readings, answer);
    }
    offer(errand.station());
    sendQueued();
    tellWhenIdle();
  }

  private void count(Errand errand, int change) {
    underWay += change;
    if (!errand.isPresent()) {
      pastUnderWay += change;
    }
  }

  private void tellWhenIdle() {
    if (closed && underWay == 0) {
      whenIdle.run();
    }
  }

  private void settle(Errand errand, List<Reading> readings, Answer answer) {
    Lane lane = errand.lane();
    Instant now = clock.instant();
    if (answer instanceof Answer.Decided decided) {
      decide(errand, readings, decided, now);
    } else if (answer instanceof Answer.Unwanted unwanted) {
      refuse(errand, readings, unwanted.code());
    } else if (answer instanceof Answer.TooLarge) {
      if (readings.size() == 1) {
        refuse(errand, readings, "http_413");
      } else {
        errand.hands().halve(readings.size());
        lane.sendAgain();
      }
    } else if (answer instanceof Answer.TokenRefused) {
      lane.sendAgain();
      lane.pause(now);
      if (errand.hands().tokenRefused(now)) {
        errand.station().renewToken();
      }
    } else if (answer instanceof Answer.NotNow notNow) {
      lane.sendAgain();
      pause(errand, now, notNow.retryAfter().filter(wait -> !wait.isZero()));
    }
  }

  private void decide(Errand errand, List<Reading> readings, Answer.Decided decided, Instant now) {
    List<Reading> again = new ArrayList<>();
    for (int index = 0; index < readings.size(); index++) {
      Reading reading = readings.get(index);
      String code = decided.refused().get(index);
      if (code == null) {
        books.acknowledged(reading);
        errand.station().copy(reading, now);
      } else if (code.equals(TOO_MANY_READINGS) && readings.size() > 1) {
        again.add(reading);
      } else {
        books.refused(reading, code);
      }
    }
    errand.hands().tokenAccepted();
    errand.lane().settle();
    if (!again.isEmpty()) {
      errand.hands().halve(readings.size());
      errand.lane().addFirst(again);
    }
  }

  private void refuse(Errand errand, List<Reading> readings, String code) {
    readings.forEach(reading -> books.refused(reading, code));
    errand.hands().tokenAccepted();
    errand.lane().settle();
  }

  /** Where the present has to wait the backlog waits as well, but not the other way round. */
  private static void pause(Errand errand, Instant now, Optional<Duration> asked) {
    Lane lane = errand.lane();
    asked.ifPresentOrElse(wait -> lane.pause(now, wait), () -> lane.pause(now));
    if (errand.isPresent()) {
      errand.hands().backlog().pauseUntil(lane.notBefore());
    }
  }

  /** One lane of one station. */
  private record Errand(Station station, Lane lane) {
    BedsideDevice hands() {
      return station.hands();
    }

    boolean isCopies() {
      return lane == station.hands().copies();
    }

    boolean isPresent() {
      return !isCopies() && lane != station.hands().backlog();
    }
  }
}
