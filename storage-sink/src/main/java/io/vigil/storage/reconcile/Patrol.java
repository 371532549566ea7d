package io.vigil.storage.reconcile;

import io.vigil.schema.topic.Topics;
import io.vigil.storage.record.PartitionGather;
import io.vigil.storage.record.RecordDecoder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the log behind the intake, turn by turn and one partition after the other, as far as
 * everything is durable, and has each stretch checked. The instances share the partitions; how far
 * it has got is committed, so that another goes on from there. For one thread.
 */
final class Patrol implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Patrol.class);
  private static final Duration POLL_FOR = Duration.ofMillis(100);
  private static final Duration IDLE_FOR = Duration.ofMillis(500);
  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

  private final RecordDecoder decoder = new RecordDecoder();
  private final Consumer<byte[], byte[]> consumer;
  private final DurableOffsets offsets;
  private final StretchCheck check;
  private final ReconcileProperties properties;
  private final ReconcileMetrics metrics;
  private final LongSupplier nanoTime;

  private Map<Integer, Long> durable = Map.of();
  private @Nullable PartitionGather stretch;
  private long nextRound;
  private long restUntil;

  /**
   * @param nanoTime counts nanoseconds and never goes back
   */
  Patrol(
      Consumer<byte[], byte[]> consumer,
      DurableOffsets offsets,
      StretchCheck check,
      ReconcileProperties properties,
      ReconcileMetrics metrics,
      LongSupplier nanoTime) {
    this.consumer = consumer;
    this.offsets = offsets;
    this.check = check;
    this.properties = properties;
    this.metrics = metrics;
    this.nanoTime = nanoTime;
    this.nextRound = nanoTime.getAsLong();
    this.restUntil = nextRound;
  }

  /** Joins the group. */
  void open() {
    consumer.subscribe(List.of(Topics.READINGS), this);
  }

  /** Takes a little of what is to be compared, or rests; stays a member of the group meanwhile. */
  void turn() throws InterruptedException {
    if (isOver(nextRound)) {
      durable = offsets.next();
      nextRound = nanoTime.getAsLong() + properties.every().toNanos();
    }
    TopicPartition current = isOver(restUntil) ? behind() : null;
    if (current == null || isWhole(current)) {
      takeNothing();
    } else {
      takeOf(current);
    }
    if (current != null && isWhole(current)) {
      check(current);
    }
    metrics.observed(recordsBehind());
  }

  private boolean isOver(long nanos) {
    return nanoTime.getAsLong() - nanos >= 0;
  }

  /** The partition that is under way, or else one of which something is to be compared. */
  private @Nullable TopicPartition behind() {
    PartitionGather begun = stretch;
    if (begun != null) {
      return new TopicPartition(Topics.READINGS, begun.partition());
    }
    return consumer.assignment().stream()
        .filter(partition -> recordsBehind(partition) > 0)
        .findFirst()
        .orElse(null);
  }

  private long recordsBehind() {
    return consumer.assignment().stream().mapToLong(this::recordsBehind).sum();
  }

  private long recordsBehind(TopicPartition partition) {
    return Math.max(0, end(partition) - consumer.position(partition));
  }

  private long end(TopicPartition partition) {
    return durable.getOrDefault(partition.partition(), 0L);
  }

  /** The group has to hear of us. */
  private void takeNothing() {
    consumer.pause(consumer.assignment());
    consumer.poll(IDLE_FOR);
  }

  private void takeOf(TopicPartition current) {
    consumer.pause(consumer.assignment());
    consumer.resume(List.of(current));
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_FOR).records(current)) {
      if (record.offset() < end(current)) {
        take(record);
      }
    }
    if (consumer.assignment().contains(current) && consumer.position(current) > end(current)) {
      consumer.seek(current, end(current)); // what lies beyond may not be durable yet
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    PartitionGather begun = stretch;
    if (begun == null) {
      begun = new PartitionGather(record.partition(), record.offset());
      stretch = begun;
    }
    begun.add(record.offset(), decoder.decode(record));
  }

  /** Whether a stretch of this partition waits to be checked. */
  private boolean isWhole(TopicPartition current) {
    PartitionGather begun = stretch;
    return begun != null
        && begun.partition() == current.partition()
        && (begun.readingsTaken() >= properties.stretchReadings() || recordsBehind(current) == 0);
  }

  private void check(TopicPartition current) throws InterruptedException {
    PartitionGather whole = Objects.requireNonNull(stretch);
    long began = nanoTime.getAsLong();
    try {
      metrics.checked(check.check(whole));
      consumer.commitSync(
          Map.of(current, new OffsetAndMetadata(whole.nextOffset())), COMMIT_WITHIN);
      stretch = null;
      long took = nanoTime.getAsLong() - began;
      restUntil = nanoTime.getAsLong() + took * (100 - properties.effort()) / properties.effort();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      log.debug("Comparing with the log again", e);
      metrics.failed();
      restUntil = nanoTime.getAsLong() + properties.retryAfter().toNanos();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer.pause(partitions); // or the poll that is under way would take of them
  }

  /** What was begun of them is begun anew by whoever has them next. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    PartitionGather begun = stretch;
    if (begun != null
        && partitions.contains(new TopicPartition(Topics.READINGS, begun.partition()))) {
      stretch = null;
    }
  }

  /** Leaves the group, which a thread that is to stop could not do while it is interrupted. */
  @Override
  public void close() {
    boolean isInterrupted = Thread.interrupted();
    consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
