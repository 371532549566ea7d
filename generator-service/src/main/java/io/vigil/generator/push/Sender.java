package io.vigil.generator.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Sends what devices have in hand: one request a device, a bounded number over all, first come
 * first served. Its methods and the answers run on the same one thread.
 */
final class Sender {
  private final Ingest ingest;
  private final PushCounters counters;
  private final InstantSource clock;
  private final Executor thread;
  private final int requestsAtOnce;
  private final int batch;
  private final Set<Station> queue = new LinkedHashSet<>();
  private int underWay;
  private boolean closed;
  private Runnable whenIdle = () -> {};

  /**
   * @param thread the one that calls this object
   * @param requestsAtOnce how many requests may be under way
   * @param batch how many readings a request may carry
   */
  Sender(
      Ingest ingest,
      PushCounters counters,
      InstantSource clock,
      Executor thread,
      int requestsAtOnce,
      int batch) {
    this.ingest = ingest;
    this.counters = counters;
    this.clock = clock;
    this.thread = thread;
    this.requestsAtOnce = requestsAtOnce;
    this.batch = batch;
  }

  /** Sends what this station has, as soon as a request is to be had. */
  void offer(Station station) {
    Instant now = clock.instant();
    if (station.device().isReady(now) && station.isAtWork(now)) {
      queue.add(station);
      sendQueued();
    }
  }

  /** Sends nothing more, and runs this once no request is under way. */
  void close(Runnable whenIdle) {
    closed = true;
    this.whenIdle = whenIdle;
    tellWhenIdle();
  }

  private void sendQueued() {
    while (!closed && underWay < requestsAtOnce && !queue.isEmpty()) {
      Station station = queue.iterator().next();
      queue.remove(station);
      if (station.isAtWork(clock.instant())) {
        station.token().ifPresent(token -> send(station, token));
      }
    }
  }

  private void send(Station station, String token) {
    List<Reading> readings = station.device().send(batch);
    counters.sent(readings.size());
    underWay++;
    ingest.push(
        token,
        station.patient(),
        readings,
        answer -> thread.execute(() -> answered(station, readings.size(), answer)));
  }

  private void answered(Station station, int readings, Answer answer) {
    underWay--;
    settle(station, readings, answer);
    offer(station);
    sendQueued();
    tellWhenIdle();
  }

  private void tellWhenIdle() {
    if (closed && underWay == 0) {
      whenIdle.run();
    }
  }

  private void settle(Station station, int readings, Answer answer) {
    BedsideDevice device = station.device();
    if (answer instanceof Answer.Decided decided) {
      counters.decided(readings, decided.refused());
      device.settle();
    } else if (answer instanceof Answer.Unwanted unwanted) {
      counters.refused(readings, unwanted.code());
      device.settle();
    } else if (answer instanceof Answer.TokenRefused) {
      if (device.tokenRefused(clock.instant())) {
        station.renewToken();
      }
    } else if (answer instanceof Answer.NotNow notNow) {
      Instant now = clock.instant();
      notNow
          .retryAfter()
          .filter(wait -> !wait.isZero())
          .ifPresentOrElse(wait -> device.postpone(now, wait), () -> device.postpone(now));
    }
  }
}
