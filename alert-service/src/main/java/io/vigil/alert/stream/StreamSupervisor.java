package io.vigil.alert.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every now and then, on a thread of its own, whether Streams runs: starts it once everything
 * it needs is there, and starts it anew when it has ended. Nothing that Kafka does ends the
 * service.
 */
final class StreamSupervisor implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(StreamSupervisor.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final Prerequisites prerequisites;
  private final Supplier<KafkaStreams> factory;
  private final Duration lookEvery;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::supervise, "stream-supervisor");
  private volatile @Nullable KafkaStreams streams;

  /**
   * @param factory makes Streams anew, not yet started
   */
  StreamSupervisor(
      Prerequisites prerequisites, Supplier<KafkaStreams> factory, Duration lookEvery) {
    this.prerequisites = prerequisites;
    this.factory = factory;
    this.lookEvery = lookEvery;
  }

  /** Streams as it is now; empty while it is not there. */
  Optional<KafkaStreams> current() {
    return Optional.ofNullable(streams);
  }

  @Override
  public void start() {
    thread.start();
  }

  private void supervise() {
    try {
      do {
        look();
      } while (!stopped.await(lookEvery.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      KafkaStreams running = streams;
      if (running != null && running.state().hasCompletedShutdown()) {
        log.warn("Streams has ended, starting anew");
        streams = null;
        running.close(CLOSE_WITHIN);
      }
      if (streams == null && prerequisites.areThere()) {
        KafkaStreams started = factory.get();
        streams = started;
        started.start();
      }
    } catch (RuntimeException e) {
      log.error("Could not start Streams, trying again", e);
    }
  }

  /** Ends Streams and leaves its group, so that others take over without waiting; for good. */
  @Override
  public void stop() {
    stopped.countDown();
    thread.interrupt();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    CloseOptions options =
        CloseOptions.timeout(CLOSE_WITHIN)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    current().ifPresent(running -> running.close(options));
  }

  /** Before the web servers, which take their time. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
