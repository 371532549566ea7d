package io.vigil.ingest.log;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics where they do not exist, as soon as there is a broker, and then tells the
 * watermark at a steady rate. Its timer is monotonic: a clock that is set changes nothing of it.
 */
final class LogWatch implements SmartLifecycle {
  /** Stops after the server, so that watermarks go on while it answers what is in flight. */
  static final int PHASE = Integer.MAX_VALUE - 10_000;

  private static final Logger log = LoggerFactory.getLogger(LogWatch.class);

  private final KafkaAdmin admin;
  private final Watermarks watermarks;
  private final LogProperties properties;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "log-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean running;
  private boolean haveTopics;

  LogWatch(KafkaAdmin admin, Watermarks watermarks, LogProperties properties) {
    this.admin = admin;
    this.watermarks = watermarks;
    this.properties = properties;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a round never throws
  public void start() {
    running = true;
    long every = properties.watermarkEvery().toMillis();
    timer.scheduleAtFixedRate(this::round, 0, every, TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      haveTopics = haveTopics || admin.initialize();
      if (haveTopics) {
        watermarks.tell();
      }
    } catch (RuntimeException e) {
      log.warn("No watermark this time: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
