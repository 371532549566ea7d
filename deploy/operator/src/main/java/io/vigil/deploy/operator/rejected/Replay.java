package io.vigil.deploy.operator.rejected;

import io.vigil.deploy.operator.rejected.Replayed.Result;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes parked records to where they came from: key, value and headers as they were. Each replay
 * is told in vitals.audit before and after, so that a record is not replayed twice by accident, not
 * even when the first one was cut short. There is no transaction around it, since one that is cut
 * short would hold up every reader of the topic, the alarms too, until it times out.
 *
 * @param again replay those as well that were replayed before
 */
public record Replay(String bootstrapServers, String who, boolean dryRun, boolean again) {
  /** Replays these in their order; a record that several services parked is written once. */
  public List<Replayed> of(List<ParkedRecord> records) {
    long earliest = records.stream().mapToLong(one -> one.record().timestamp()).min().orElse(0);
    ReplayAudit audit = new ReplayAudit(bootstrapServers);
    Map<Origin, ReplayState> states = audit.since(earliest);
    Set<Origin> taken = new HashSet<>();
    List<Replayed> told = new ArrayList<>();
    try (Producer<byte[], byte[]> producer = producer()) {
      for (ParkedRecord record : records) {
        told.add(
            record
                .origin()
                .map(origin -> one(record, origin, states, taken, audit, producer))
                .orElseGet(() -> left(record, "its headers do not tell where it came from")));
      }
    }
    return told;
  }

  private Replayed one(
      ParkedRecord record,
      Origin origin,
      Map<Origin, ReplayState> states,
      Set<Origin> taken,
      ReplayAudit audit,
      Producer<byte[], byte[]> producer) {
    if (!taken.add(origin)) {
      return left(record, origin + " is parked several times; it is written once");
    }
    ReplayState state = states.getOrDefault(origin, ReplayState.NOT_YET);
    if (state == ReplayState.DONE && !again) {
      return left(record, origin + " was replayed before; --again replays it once more");
    }
    if (state == ReplayState.BEGUN && !again) {
      return left(
          record,
          origin + " may have been replayed, for a replay was cut short; look, then use --again");
    }
    if (dryRun) {
      return new Replayed(record, Result.WOULD_BE_WRITTEN, "to " + origin.topic());
    }
    return write(record, origin, audit, producer);
  }

  private Replayed write(
      ParkedRecord record, Origin origin, ReplayAudit audit, Producer<byte[], byte[]> producer) {
    InstantSource clock = InstantSource.system();
    try {
      send(producer, audit.begun(origin, who, clock.instant()));
      long offset = send(producer, record.original(origin));
      send(producer, audit.done(origin, who, clock.instant()));
      return new Replayed(
          record, Result.WRITTEN, "to " + new Origin(origin.topic(), origin.partition(), offset));
    } catch (ExecutionException | KafkaException e) {
      return new Replayed(record, Result.FAILED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Replayed(record, Result.FAILED, "interrupted");
    }
  }

  private static long send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record)
      throws ExecutionException, InterruptedException {
    return producer.send(record).get().offset();
  }

  private static Replayed left(ParkedRecord record, String why) {
    return new Replayed(record, Result.LEFT, why);
  }

  private Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            3_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            10_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
