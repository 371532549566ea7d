package io.vigil.gateway.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records of the topics. One that cannot be read is counted, parked in vitals.rejected and
 * passed over.
 */
final class RecordReader {
  private static final Logger log = LoggerFactory.getLogger(RecordReader.class);

  private static final String ALERTS = "vigil.alert.";
  private final TailMetrics metrics;
  private final UnreadableRecords rejected;
  private boolean toldMalformed;

  RecordReader(TailMetrics metrics, UnreadableRecords rejected) {
    this.metrics = metrics;
    this.rejected = rejected;
  }

  Optional<PatientReadings> readings(ConsumerRecord<byte[], byte[]> record) {
    try {
      Readings readings = Readings.parseFrom(orEmpty(record.value()));
      if (record.key() == null || !readings.getPatient().equals(new String(record.key(), UTF_8))) {
        metrics.rejected("wrong_key", 1);
        rejected.park(record, "wrong_key", "the key is not the patient of the message");
        return Optional.empty();
      }
      List<LiveReading> live = new ArrayList<>();
      readings.getSeriesList().forEach(series -> read(record, series, live));
      metrics.forwarded(live.size());
      return Optional.of(
          new PatientReadings(
              record.partition(),
              record.offset(),
              readings.getPatient(),
              readings.getIngestTimeMs(),
              live));
    } catch (InvalidProtocolBufferException e) {
      metrics.rejected("malformed", 1);
      tellMalformed(record);
      return Optional.empty();
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record, Series series, List<LiveReading> into) {
    Optional<Vital> vital = Vital.ofWire(series.getVital());
    if (vital.isEmpty()) {
      metrics.rejected("unknown_vital", series.getReadingsCount());
      rejected.park(record, "unknown_vital", "vital " + series.getVitalValue());
      return;
    }
    for (Reading reading : series.getReadingsList()) {
      into.add(
          new LiveReading(vital.get(), reading.getEventTimeMs(), reading.getValueHundredths()));
    }
  }

  Optional<Watermark> watermark(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(Watermark.parseFrom(orEmpty(record.value())));
    } catch (InvalidProtocolBufferException e) {
      metrics.malformed(Topics.WATERMARKS);
      tellMalformed(record);
      return Optional.empty();
    }
  }

  /** An alarm event, or empty: other events, such as signs of life, lie in the topic as well. */
  Optional<AlertEvent> alert(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = orEmpty(record.value());
    try {
      if (!EventType.of(value).startsWith(ALERTS)) {
        return Optional.empty();
      }
      return Optional.of(AlertEvent.fromJson(value));
    } catch (IllegalArgumentException e) {
      metrics.malformed(Topics.ALERTS);
      tellMalformed(record);
      return Optional.empty();
    }
  }

  /** A command under its patient's key. */
  Optional<AlertCommand> command(ConsumerRecord<byte[], byte[]> record) {
    try {
      AlertCommand command = AlertCommand.fromJson(orEmpty(record.value()));
      if (record.key() != null && command.patient().equals(new String(record.key(), UTF_8))) {
        return Optional.of(command);
      }
      rejected.park(record, "wrong_key", "the key is not the patient of the command");
    } catch (IllegalArgumentException e) {
      tellMalformed(record);
    }
    metrics.malformed(Topics.ALERT_COMMANDS);
    return Optional.empty();
  }

  /** How a minute was received. */
  Optional<MinuteReception> reception(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(MinuteReception.fromJson(orEmpty(record.value())));
    } catch (IllegalArgumentException e) {
      metrics.malformed(Topics.RECEPTION);
      tellMalformed(record);
      return Optional.empty();
    }
  }

  private static byte[] orEmpty(byte @org.jspecify.annotations.Nullable [] value) {
    return value == null ? new byte[0] : value;
  }

  private void tellMalformed(ConsumerRecord<byte[], byte[]> record) {
    rejected.park(record, "malformed", "not of the topic's format");
    if (!toldMalformed) {
      toldMalformed = true;
      log.warn(
          "Passing over {}-{} at offset {}, which cannot be read; further ones are not told here",
          record.topic(),
          record.partition(),
          record.offset());
    }
  }
}
