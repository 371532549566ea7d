package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the events of one subscription to its target on a few threads of its own, so that one
 * that hangs takes nobody else's. Used by the thread of the subscription; answers wait for it.
 */
final class Courier implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final long FINISH_WITHIN_MS = 1_000;

  private final Sender sender;
  private final Subscription subscription;
  private final ThreadPoolExecutor threads;
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean heartbeatOnItsWay = new AtomicBoolean();

  /** What became of one delivery. */
  record Outcome(Delivery delivery, Answer answer) {}

  Courier(Sender sender, Subscription subscription, int atOnce) {
    this.sender = sender;
    this.subscription = subscription;
    // One more for the heartbeat.
    threads =
        new ThreadPoolExecutor(
            atOnce + 1,
            atOnce + 1,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "webhook-" + subscription.id());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  void carry(Delivery delivery) {
    threads.execute(
        () -> outcomes.add(new Outcome(delivery, send(delivery.id(), delivery.body()))));
  }

  private Answer send(String id, byte[] body) {
    try {
      return sender.send(subscription.url(), subscription.secret(), id, body);
    } catch (RuntimeException e) {
      return new Answer.Unanswered("failed");
    }
  }

  /** Sends a heartbeat unless the last one has not been answered yet; it is never sent again. */
  void carry(Heartbeat heartbeat) {
    if (heartbeatOnItsWay.compareAndSet(false, true)) {
      threads.execute(
          () -> {
            send(heartbeat.id(), heartbeat.json().getBytes(UTF_8));
            heartbeatOnItsWay.set(false);
          });
    }
  }

  /** The next outcome, or null where there is none. */
  @Nullable Outcome next() {
    return outcomes.poll();
  }

  /** Carries nothing more, and waits a moment for what is on its way. */
  void finish() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(FINISH_WITHIN_MS, TimeUnit.MILLISECONDS)) {
      log.debug("Leaving {} with something on its way", subscription.id());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
