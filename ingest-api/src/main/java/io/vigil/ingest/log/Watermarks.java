package io.vigil.ingest.log;

import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Watermark;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Tells every partition how far this instance has got, and learns by it whether the log
 * acknowledges. Rounds come from one thread; {@link #sinceAcknowledged} may be asked by any.
 */
final class Watermarks {
  private final Producer<String, byte[]> producer;
  private final InFlight inFlight;
  private final String instance;
  private final BooleanSupplier takesReadings;
  private final LongSupplier nanoTime;
  private volatile boolean everAcknowledged;
  private volatile long acknowledgedAtNanos;

  /**
   * Nothing is told until the first round.
   *
   * @param instance this process, unlike any other
   * @param takesReadings whether devices can push already; before, their silence would be ours
   * @param nanoTime a monotonic clock
   */
  Watermarks(
      Producer<String, byte[]> producer,
      InFlight inFlight,
      String instance,
      BooleanSupplier takesReadings,
      LongSupplier nanoTime) {
    this.producer = producer;
    this.inFlight = inFlight;
    this.instance = instance;
    this.takesReadings = takesReadings;
    this.nanoTime = nanoTime;
  }

  /**
   * Writes one watermark to every partition; none while it is not known which there are, or no
   * reading can be taken yet.
   */
  void tell() {
    try {
      // Keeps the producer's knowledge of this topic fresh as well, so that a send after a quiet
      // time need not ask the broker first.
      producer.partitionsFor(Topics.READINGS);
      List<PartitionInfo> partitions = producer.partitionsFor(Topics.WATERMARKS);
      if (takesReadings.getAsBoolean()) {
        tell(partitions);
      }
    } catch (TimeoutException e) {
      // Not known yet; the producer is asking already, and the next round will see.
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
  private void tell(List<PartitionInfo> partitions) {
    long watermark = inFlight.watermarkMs();
    byte[] value =
        Watermark.newBuilder()
            .setInstance(instance)
            .setIngestTimeMs(watermark)
            .build()
            .toByteArray();
    AtomicInteger awaited = new AtomicInteger(partitions.size());
    for (PartitionInfo partition : partitions) {
      producer.send(
          new ProducerRecord<>(
              Topics.WATERMARKS, partition.partition(), watermark, instance, value),
          (metadata, failure) -> {
            if (failure == null && awaited.decrementAndGet() == 0) {
              acknowledgedAtNanos = nanoTime.getAsLong();
              everAcknowledged = true;
            }
          });
    }
  }

  /** How long ago every partition has acknowledged; very long if that never was. */
  Duration sinceAcknowledged() {
    return everAcknowledged
        ? Duration.ofNanos(nanoTime.getAsLong() - acknowledgedAtNanos)
        : Duration.ofDays(1);
  }
}
