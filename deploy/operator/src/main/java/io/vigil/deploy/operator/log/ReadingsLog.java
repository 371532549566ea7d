package io.vigil.deploy.operator.log;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.deploy.operator.balance.Logged;
import io.vigil.deploy.operator.balance.SeriesName;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic vitals.readings from a time on to its present end. */
public record ReadingsLog(String bootstrapServers) {
  /**
   * Reads what ingest has taken since then of the series that are asked for, each in the order of
   * the log.
   */
  public Map<SeriesName, List<Logged>> since(long ingestMs, Predicate<SeriesName> wanted) {
    Map<SeriesName, List<Logged>> all = new HashMap<>();
    new TopicReader(bootstrapServers)
        .read(Topics.READINGS, ingestMs, record -> add(record, wanted, all));
    return all;
  }

  private static void add(
      ConsumerRecord<byte[], byte[]> record,
      Predicate<SeriesName> wanted,
      Map<SeriesName, List<Logged>> all) {
    if (record.value() == null) {
      return;
    }
    try {
      Readings readings = Readings.parseFrom(record.value());
      readings.getSeriesList().forEach(series -> add(readings, series, wanted, all));
    } catch (InvalidProtocolBufferException e) {
      // No reading, and so neither lost nor phantom; whoever consumes the topic parks it.
      return;
    }
  }

  private static void add(
      Readings readings,
      Series series,
      Predicate<SeriesName> wanted,
      Map<SeriesName, List<Logged>> all) {
    String vital = Vital.ofWire(series.getVital()).map(Vital::code).orElse("");
    SeriesName name = new SeriesName(readings.getPatient(), vital);
    if (!wanted.test(name)) {
      return;
    }
    List<Logged> into = all.computeIfAbsent(name, one -> new ArrayList<>());
    series
        .getReadingsList()
        .forEach(
            reading ->
                into.add(
                    new Logged(
                        reading.getEventTimeMs(),
                        reading.getValueHundredths(),
                        readings.getIngestTimeMs())));
  }
}
