package io.vigil.gateway.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the account to vitals.audit, from a bounded queue and a thread of its own. */
@Component
class KafkaAudit implements Audit, DisposableBean {
  private static final int MAX_WAITING = 10_000;
  private static final Duration LAST_WRITES = Duration.ofSeconds(3);

  private final ExecutorService writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          task -> {
            Thread thread = new Thread(task, "audit");
            thread.setDaemon(true);
            return thread;
          });
  private final KafkaTemplate<String, byte[]> kafka;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Counter lost;

  KafkaAudit(
      KafkaTemplate<String, byte[]> kafka,
      JsonMapper json,
      InstantSource clock,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.json = json;
    this.clock = clock;
    this.lost = meters.counter("vigil.audit.lost", "stage", "gateway");
  }

  @Override
  public void tell(AuditEvent event) {
    AuditEvent timed = event.at(clock.instant());
    try {
      writer.execute(() -> write(timed));
    } catch (RejectedExecutionException e) {
      lost.increment();
    }
  }

  private void write(AuditEvent event) {
    try {
      byte[] value = json.writeValueAsBytes(event);
      var unused =
          kafka
              .send(Topics.AUDIT, event.who(), value)
              .exceptionally(
                  failure -> {
                    lost.increment();
                    return null;
                  });
    } catch (RuntimeException e) {
      lost.increment();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    writer.shutdown();
    boolean unused = writer.awaitTermination(LAST_WRITES.toMillis(), TimeUnit.MILLISECONDS);
  }
}
