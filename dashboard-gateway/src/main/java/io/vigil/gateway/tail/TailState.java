package io.vigil.gateway.tail;

import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** How far the log has been read, which outlives the consumer that reads it. Used by one thread. */
final class TailState {
  private static final Duration POLL_FOR = Duration.ofMillis(250);
  private static final Duration ASK_ENDS_EVERY = Duration.ofSeconds(1);
  private static final Duration ASK_ENDS_FOR = Duration.ofMillis(500);

  private final Map<TopicPartition, Long> next;
  private final Map<TopicPartition, Long> endsAtStart;
  private final List<TopicPartition> readingsPartitions;
  private final RecordReader reader;
  private final TailProgress progress;
  private final Watermarks watermarks;
  private Offsets readings;
  private Offsets alerts;
  private long endsAskedNanos = System.nanoTime();

  TailState(
      Map<TopicPartition, Long> start,
      Map<TopicPartition, Long> endsAtStart,
      RecordReader reader,
      TailProgress progress) {
    this.next = new HashMap<>(start);
    this.endsAtStart = Map.copyOf(endsAtStart);
    this.reader = reader;
    this.progress = progress;
    this.readingsPartitions =
        start.keySet().stream().filter(p -> p.topic().equals(Topics.READINGS)).toList();
    this.watermarks = new Watermarks(readingsPartitions.size());
    this.readings = offsetsOf(Topics.READINGS);
    this.alerts = offsetsOf(Topics.ALERTS);
  }

  /** Makes this consumer go on where the last one was. */
  void goOn(KafkaConsumer<byte[], byte[]> consumer) {
    consumer.assign(next.keySet());
    next.forEach(consumer::seek);
  }

  /** Reads what is there, and waits a little where nothing is. */
  Batch poll(KafkaConsumer<byte[], byte[]> consumer) {
    List<PatientReadings> newReadings = new ArrayList<>();
    List<AlertAt> newAlerts = new ArrayList<>();
    List<AlertCommand> newCommands = new ArrayList<>();
    List<MinuteReception> newReceptions = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_FOR)) {
      switch (record.topic()) {
        case Topics.READINGS -> reader.readings(record).ifPresent(newReadings::add);
        case Topics.ALERTS -> {
          alerts = alerts.with(record.partition(), record.offset() + 1);
          reader
              .alert(record)
              .ifPresent(e -> newAlerts.add(new AlertAt(e.data(), record.partition(), alerts)));
        }
        case Topics.ALERT_COMMANDS -> reader.command(record).ifPresent(newCommands::add);
        case Topics.RECEPTION -> reader.reception(record).ifPresent(newReceptions::add);
        default ->
            reader
                .watermark(record)
                .ifPresent(
                    mark ->
                        watermarks.promised(
                            record.partition(), mark.getInstance(), mark.getIngestTimeMs()));
      }
    }
    next.replaceAll((partition, offset) -> consumer.position(partition));
    readings = offsetsOf(Topics.READINGS);
    alerts = offsetsOf(Topics.ALERTS);
    return new Batch(newReadings, newAlerts, newCommands, newReceptions, readings, alerts);
  }

  /** What the last poll brought has reached all listeners. */
  void delivered(KafkaConsumer<byte[], byte[]> consumer) {
    progress.watermark(watermarks.read(readings));
    progress.commands(offsetsOf(Topics.ALERT_COMMANDS));
    if (!progress.isCaughtUp()
        && endsAtStart.entrySet().stream()
            .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
      progress.caughtUp();
    }
    if (System.nanoTime() - endsAskedNanos >= ASK_ENDS_EVERY.toNanos()) {
      endsAskedNanos = System.nanoTime();
      fixPromises(consumer);
    }
  }

  private void fixPromises(KafkaConsumer<byte[], byte[]> consumer) {
    try {
      Offsets ends = Offsets.zero(readingsPartitions.size());
      for (var end : consumer.endOffsets(readingsPartitions, ASK_ENDS_FOR).entrySet()) {
        ends = ends.with(end.getKey().partition(), end.getValue());
      }
      watermarks.fix(ends);
      progress.watermark(watermarks.read(readings));
    } catch (TimeoutException e) {
      // The broker is away: no promise can be fulfilled, and the watermark stays, which tells it.
    }
  }

  private Offsets offsetsOf(String topic) {
    Offsets offsets = Offsets.zero(0);
    for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
      if (entry.getKey().topic().equals(topic)) {
        offsets = offsets.with(entry.getKey().partition(), entry.getValue());
      }
    }
    return offsets;
  }
}
