package io.vigil.storage.intake;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.storage.hot.HotBlocks;
import io.vigil.storage.record.DecodedRecord;
import io.vigil.storage.record.ReceivedSeries;
import io.vigil.storage.record.RecordDecoder;
import io.vigil.storage.record.RejectReason;
import io.vigil.storage.record.Rejection;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes readings from the log, turn by turn: a batch into the hot window and into what is gathered
 * for the history, then whatever of flushing and committing is due. Takes no more while too much is
 * held, and stays a member of its group meanwhile. For one thread.
 */
final class Intake implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final Duration POLL_FOR = Duration.ofMillis(100);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

  private final RecordDecoder decoder = new RecordDecoder();
  private final Set<RejectReason> reasonsTold = EnumSet.noneOf(RejectReason.class);
  private final Consumer<byte[], byte[]> consumer;
  private final OffsetCommits commits;
  private final HotBlocks hot;
  private final FlushCycle cycle;
  private final IntakeProperties properties;
  private final IntakeMetrics metrics;

  Intake(
      Consumer<byte[], byte[]> consumer,
      HotBlocks hot,
      FlushCycle cycle,
      IntakeProperties properties,
      IntakeMetrics metrics) {
    this.consumer = consumer;
    this.commits = new OffsetCommits(consumer);
    this.hot = hot;
    this.cycle = cycle;
    this.properties = properties;
    this.metrics = metrics;
  }

  /** Joins the group. */
  void open() {
    consumer.subscribe(List.of(Topics.READINGS), this);
  }

  /** Takes what there is, or waits a moment for it, and does what is due. */
  void turn() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL_FOR);
    if (!records.isEmpty()) {
      take(records);
    }
    commits.add(cycle.advance());
    commits.commit();
    holdBack();
    metrics.observed(cycle.held(), lag());
  }

  /** Since the group's coordinator has answered; negative where it has not yet. */
  double secondsSinceHeartbeat() {
    return consumer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
        .map(metric -> ((Number) metric.metricValue()).doubleValue())
        .findFirst()
        .orElse(-1.0);
  }

  /** Hands over what it holds, or leaves it to be replayed, and leaves the group. */
  @Override
  public void close() {
    handOver(consumer.assignment());
    consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    log.info("Taking on {}", partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    handOver(partitions);
    log.info("Handed over {}", partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    commits.forget(partitions);
    cycle.forget(numbers(partitions));
    log.warn("Lost {}", partitions);
  }

  private void handOver(Collection<TopicPartition> partitions) {
    commits.add(cycle.finish(properties.handOverWithin()));
    commits.commitNow(partitions);
    cycle.forget(numbers(partitions));
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    Map<SeriesKey, ReadingColumnsBuilder> batch = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      DecodedRecord decoded = decoder.decode(record);
      decoded.rejections().forEach(rejection -> tell(record, rejection));
      decoded.series().forEach(series -> add(series, batch));
      metrics.accepted(decoded.readings());
      cycle.add(record, decoded);
    }
    metrics.repeated(hot.append(columns(batch)));
  }

  private static void add(ReceivedSeries series, Map<SeriesKey, ReadingColumnsBuilder> batch) {
    ReadingColumnsBuilder builder =
        batch.computeIfAbsent(series.key(), absent -> new ReadingColumnsBuilder());
    for (Reading reading : series.readings()) {
      builder.add(reading.getEventTimeMs(), reading.getValueHundredths());
    }
  }

  private Map<SeriesKey, ReadingColumns> columns(Map<SeriesKey, ReadingColumnsBuilder> batch) {
    Map<SeriesKey, ReadingColumns> columns = new HashMap<>();
    batch.forEach(
        (series, builder) -> {
          int came = builder.size();
          ReadingColumns built = builder.build();
          metrics.repeated(came - built.size());
          columns.put(series, built);
        });
    return columns;
  }

  private void tell(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
    metrics.rejected(rejection);
    if (reasonsTold.add(rejection.reason())) {
      log.warn(
          "Parking {}-{} at {}: {}; further ones are counted only",
          record.topic(),
          record.partition(),
          record.offset(),
          rejection.detail());
    }
  }

  private void holdBack() {
    if (cycle.held() >= properties.holdReadings()) {
      consumer.pause(consumer.assignment());
    } else if (!consumer.paused().isEmpty()) {
      consumer.resume(consumer.paused());
    }
  }

  private long lag() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }
}
