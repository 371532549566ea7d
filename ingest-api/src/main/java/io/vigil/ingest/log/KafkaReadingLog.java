package io.vigil.ingest.log;

import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.reading.PatientReadings;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts readings into vitals.readings. It takes the producer itself and not a template, which would
 * cost a future, an observation and a message object for each record: one of the places where we go
 * beneath the framework. The producer must be set so that {@code send} does not block.
 */
final class KafkaReadingLog implements ReadingLog, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaReadingLog.class);

  private final Producer<String, byte[]> producer;
  private final ReadingCounters counters;
  private final Duration closeWithin;
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * Takes the producer over.
   *
   * @param closeWithin how long it may deliver the rest when it is closed
   */
  KafkaReadingLog(
      Producer<String, byte[]> producer, ReadingCounters counters, Duration closeWithin) {
    this.producer = producer;
    this.counters = counters;
    this.closeWithin = closeWithin;
  }

  @Override
  public void append(
      Collection<PatientReadings> readings,
      String device,
      long ingestTimeMs,
      Consumer<Append> ended) {
    Pending pending = new Pending(readings.size(), ended);
    for (PatientReadings one : readings) {
      send(one, device, ingestTimeMs, pending);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
  private void send(PatientReadings readings, String device, long ingestTimeMs, Pending pending) {
    int size = readings.size();
    try {
      byte[] value = ReadingsEncoder.encode(readings, device, ingestTimeMs);
      producer.send(
          new ProducerRecord<>(Topics.READINGS, null, ingestTimeMs, readings.patient(), value),
          (metadata, failure) -> recordEnded(pending, size, failure));
    } catch (RuntimeException e) {
      recordEnded(pending, size, e);
    }
  }

  private void recordEnded(Pending pending, int size, @Nullable Exception failure) {
    if (failure == null) {
      counters.forwarded(size);
      if (failing.get() && failing.compareAndSet(true, false)) {
        log.info("The log acknowledges readings again");
      }
    } else if (failing.compareAndSet(false, true)) {
      log.warn("The log does not take readings: {}", failure.toString());
    }
    pending.recordEnded(failure);
  }

  @Override
  public void close() {
    producer.close(closeWithin);
  }

  /** The records of one request that are not acknowledged yet. */
  private static final class Pending {
    private final AtomicInteger records;
    private final Consumer<Append> ended;
    private volatile Append outcome = Append.ACKNOWLEDGED;

    Pending(int records, Consumer<Append> ended) {
      this.records = new AtomicInteger(records);
      this.ended = ended;
    }

    void recordEnded(@Nullable Exception failure) {
      if (failure != null) {
        outcome =
            failure instanceof BufferExhaustedException
                ? Append.BUFFER_FULL
                : Append.NOT_ACKNOWLEDGED;
      }
      if (records.decrementAndGet() == 0) {
        ended.accept(outcome);
      }
    }
  }
}
