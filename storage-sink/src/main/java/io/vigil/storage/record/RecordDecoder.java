package io.vigil.storage.record;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.storage.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of vitals.readings. Ingest has validated them; here is refused only what could not
 * be stored under a key of its own.
 */
public final class RecordDecoder {
  private static final long LATEST_MS = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

  public DecodedRecord decode(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return DecodedRecord.rejected(RejectReason.MALFORMED, "there is no value", 1);
    }
    try {
      return decode(record.key(), Readings.parseFrom(record.value()));
    } catch (InvalidProtocolBufferException e) {
      return DecodedRecord.rejected(RejectReason.MALFORMED, "the value is no Readings message", 1);
    }
  }

  private static DecodedRecord decode(byte @Nullable [] key, Readings message) {
    int readings = message.getSeriesList().stream().mapToInt(Series::getReadingsCount).sum();
    if (!RegistryKey.isId(message.getPatient())) {
      return DecodedRecord.rejected(
          RejectReason.INVALID_PATIENT, "the patient's id is none", readings);
    }
    if (key == null || !message.getPatientBytes().equals(ByteString.copyFrom(key))) {
      return DecodedRecord.rejected(
          RejectReason.WRONG_KEY, "the key is not the patient of the message", readings);
    }
    List<ReceivedSeries> good = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (Series series : message.getSeriesList()) {
      Vital.ofWire(series.getVital())
          .ifPresentOrElse(
              vital -> {
                List<Reading> inRange = inRange(series, rejections);
                if (!inRange.isEmpty()) {
                  SeriesKey seriesKey = new SeriesKey(message.getPatient(), vital);
                  good.add(new ReceivedSeries(seriesKey, inRange));
                }
              },
              () ->
                  rejections.add(
                      new Rejection(
                          RejectReason.UNKNOWN_VITAL,
                          "vital " + series.getVitalValue(),
                          series.getReadingsCount())));
    }
    return new DecodedRecord(good, rejections);
  }

  private static List<Reading> inRange(Series series, List<Rejection> rejections) {
    List<Reading> all = series.getReadingsList();
    List<Reading> inRange = all.stream().filter(RecordDecoder::isInRange).toList();
    int outside = all.size() - inRange.size();
    if (outside > 0) {
      rejections.add(
          new Rejection(
              RejectReason.TIME_OUT_OF_RANGE, "event times before 1970 or after 2200", outside));
    }
    return inRange;
  }

  private static boolean isInRange(Reading reading) {
    return reading.getEventTimeMs() >= 0 && reading.getEventTimeMs() < LATEST_MS;
  }
}
