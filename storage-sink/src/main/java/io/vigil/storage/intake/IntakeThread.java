package io.vigil.storage.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The thread of the {@link Intake}: waits until there is something to take from, takes turn after
 * turn, begins anew when Kafka fails, and hands over when the service stops.
 */
final class IntakeThread implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IntakeThread.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final Prerequisites prerequisites;
  private final Supplier<Intake> intakes;
  private final Duration retryAfter;
  private final IntakeState state;
  private final ApplicationEventPublisher events;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "intake");

  IntakeThread(
      Prerequisites prerequisites,
      Supplier<Intake> intakes,
      Duration retryAfter,
      IntakeState state,
      ApplicationEventPublisher events) {
    this.prerequisites = prerequisites;
    this.intakes = intakes;
    this.retryAfter = retryAfter;
    this.state = state;
    this.events = events;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    try {
      thread.join(STOP_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!stopping.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      log.error("Nothing is stored any more", e);
      AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
      throw e;
    } finally {
      state.stopped();
    }
  }

  private void attempt() {
    if (!prerequisites.areThere()) {
      return;
    }
    try (Intake intake = intakes.get()) {
      intake.open();
      while (stopping.getCount() > 0) {
        intake.turn();
        state.turned(intake.secondsSinceHeartbeat());
      }
    } catch (KafkaException e) {
      log.warn("Beginning anew to take from the log: {}", e.toString());
    } catch (RuntimeException e) {
      log.error("Beginning anew to take from the log", e);
    }
  }
}
