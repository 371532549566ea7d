package io.vigil.generator.registration;

import io.vigil.generator.retry.Backoff;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Attempts the registration again and again on a thread of its own, less often while it fails. */
@Component
class RegistrationSchedule implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RegistrationSchedule.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration END_WITHIN = Duration.ofSeconds(6);

  private final Registration registration;
  private final Backoff backoff;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "registration");
            made.setDaemon(true);
            return made;
          });
  private volatile boolean running;

  RegistrationSchedule(Registration registration, RegistrationProperties properties) {
    this.registration = registration;
    this.backoff = new Backoff(properties.firstRetry(), properties.longestRetry(), new Random());
  }

  @Override
  public void start() {
    running = true;
    thread.execute(this::attempt);
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
    try {
      // An attempt under way writes the tokens that it was given before the service is gone.
      if (!thread.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("registration did not end within {}", END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void attempt() {
    Duration next;
    try {
      if (registration.attempt()) {
        backoff.reset();
        next = LOOK_EVERY;
      } else {
        next = backoff.afterFailure();
      }
    } catch (RuntimeException e) {
      log.warn("registration failed: {}", e.toString());
      next = backoff.afterFailure();
    }
    if (running) {
      var unused = thread.schedule(this::attempt, next.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
