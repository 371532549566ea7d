package io.vigil.gateway.topic;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Creates the topics as soon as there is a broker, without holding up the start. */
@Component
class TopicCreation implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

  private final ScheduledExecutorService attempts =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "topic-creation");
            thread.setDaemon(true);
            return thread;
          });
  private final KafkaAdmin admin;
  private final boolean autoStartup;
  private volatile boolean running;

  TopicCreation(KafkaAdmin admin, KafkaProperties properties) {
    this.admin = admin;
    this.autoStartup = properties.getListener().isAutoStartup();
  }

  @Override
  public void start() {
    running = true;
    attempts.execute(this::attempt);
  }

  private void attempt() {
    if (admin.initialize()) {
      log.info("All topics are there");
      running = false;
      attempts.shutdown();
    } else if (running) {
      var unused =
          attempts.schedule(this::attempt, TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    running = false;
    attempts.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean isAutoStartup() {
    return autoStartup;
  }
}
