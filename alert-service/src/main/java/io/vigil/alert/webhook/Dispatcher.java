package io.vigil.alert.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has one worker at work for each subscription that there is. */
final class Dispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final long LOOK_EVERY_MS = 500;

  private final Subscriptions subscriptions;
  private final WebhookContext with;
  private final Map<String, SubscriptionWorker> workers = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::dispatch, "webhook-dispatcher");
  private volatile boolean running;

  Dispatcher(Subscriptions subscriptions, WebhookContext with) {
    this.subscriptions = subscriptions;
    this.with = with;
  }

  @Override
  public void start() {
    running = true;
    subscriptions.start();
    thread.setDaemon(true);
    thread.start();
  }

  private void dispatch() {
    try {
      do {
        look();
      } while (!stopped.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      workers.values().removeIf(this::isOver);
      for (Subscription subscription : subscriptions.all()) {
        workers.computeIfAbsent(subscription.id(), any -> started(subscription));
      }
    } catch (RuntimeException e) {
      log.error("Could not bring the webhooks abreast, trying again", e);
    }
  }

  /** Taken back or changed: what is changed starts anew where it was. */
  private boolean isOver(SubscriptionWorker worker) {
    boolean isOver =
        !subscriptions.find(worker.subscription().id()).equals(Optional.of(worker.subscription()));
    if (isOver) {
      worker.close();
    }
    return isOver;
  }

  private SubscriptionWorker started(Subscription subscription) {
    SubscriptionWorker worker = new SubscriptionWorker(subscription, with);
    worker.start();
    return worker;
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    joinThread();
    workers.values().forEach(SubscriptionWorker::close);
    workers.clear();
    subscriptions.close();
  }

  private void joinThread() {
    try {
      thread.join(LOOK_EVERY_MS * 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
