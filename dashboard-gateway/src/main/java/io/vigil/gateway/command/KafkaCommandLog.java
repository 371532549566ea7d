package io.vigil.gateway.command;

import io.vigil.gateway.problem.LogUnavailable;
import io.vigil.gateway.tail.Tail;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Keeps commands in vitals.alert-commands, and waits for the tail to read them back. */
@Component
final class KafkaCommandLog implements CommandLog {
  private static final Logger log = LoggerFactory.getLogger(KafkaCommandLog.class);
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(9);
  private static final Duration READ_BACK_WITHIN = Duration.ofSeconds(5);
  private final KafkaTemplate<String, byte[]> kafka;
  private final Tail tail;

  KafkaCommandLog(KafkaTemplate<String, byte[]> kafka, Tail tail) {
    this.kafka = kafka;
    this.tail = tail;
  }

  @Override
  public void write(AlertCommand command) {
    var wanted =
        new ProducerRecord<>(
            Topics.ALERT_COMMANDS,
            null,
            command.at().toEpochMilli(),
            command.patient(),
            command.toJson());
    try {
      RecordMetadata written =
          kafka
              .send(wanted)
              .get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
              .getRecordMetadata();
      if (!tail.awaitCommand(written.partition(), written.offset(), READ_BACK_WITHIN)) {
        throw new LogUnavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      log.warn("Could not write a command of {}: {}", command.patient(), e.getMessage());
      throw new LogUnavailable();
    }
  }
}
