package io.vigil.alert.topology;

import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.PresenceRecord;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Watermark;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * What Kafka Streams runs:
 *
 * <pre>
 *   vitals.readings ───────┐
 *   vitals.watermarks ─────┼─ alarms (patients, listening) ─┬─ vitals.alerts
 *   vitals.alert-commands ─┘                       └─ vitals.presence
 * </pre>
 *
 * The topics have as many partitions each, so that a patient's readings, the watermarks over them,
 * the commands and the patient's alarms have the same partition number and one writer.
 */
public final class AlarmTopology {
  /** The source of readings, for other parts of the topology. */
  public static final String READINGS_SOURCE = "readings";

  /** The source of watermarks, for other parts of the topology. */
  public static final String WATERMARKS_SOURCE = "watermarks";

  /** The source of who speaks and who is silent, of all partitions; its task has no other. */
  public static final String PRESENCE_SOURCE = "presence";

  private static final String COMMANDS_SOURCE = "commands";
  private static final String ALARMS = "alarms";

  /** Small segments, compacted often: a task that starts on another machine reads all of this. */
  public static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.SEGMENT_BYTES_CONFIG,
          Integer.toString(16 * 1024 * 1024),
          TopicConfig.SEGMENT_MS_CONFIG,
          Integer.toString(10 * 60 * 1_000),
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
          "0.1");

  private AlarmTopology() {}

  /** The topology with these settings. */
  public static Topology of(AlarmSettings settings, Census census, AlertMetrics metrics) {
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            READINGS_SOURCE,
            new IngestTime(),
            new StringDeserializer(),
            new ProtobufDeserializer(Readings.parser()),
            Topics.READINGS)
        .addSource(
            AutoOffsetReset.earliest(),
            WATERMARKS_SOURCE,
            new IngestTime(),
            new StringDeserializer(),
            new ProtobufDeserializer(Watermark.parser()),
            Topics.WATERMARKS)
        .addSource(
            AutoOffsetReset.earliest(),
            COMMANDS_SOURCE,
            new IngestTime(),
            new StringDeserializer(),
            new CommandDeserializer(),
            Topics.ALERT_COMMANDS)
        .<String, Object, String, byte[]>addProcessor(
            ALARMS,
            () -> new AlarmProcessor(settings, census, metrics),
            READINGS_SOURCE,
            WATERMARKS_SOURCE,
            COMMANDS_SOURCE)
        .addStateStore(patients(), ALARMS)
        .addStateStore(listening(), ALARMS)
        .addSink(
            AlarmProcessor.ALERTS,
            Topics.ALERTS,
            new StringSerializer(),
            new ByteArraySerializer(),
            ALARMS)
        .addSink(
            AlarmProcessor.HEARTBEATS,
            Topics.ALERTS,
            new StringSerializer(),
            new ByteArraySerializer(),
            AlarmTopology::ownPartition,
            ALARMS)
        .addSink(
            AlarmProcessor.PRESENCES,
            Topics.PRESENCE,
            new StringSerializer(),
            new ByteArraySerializer(),
            ALARMS)
        .addSource(
            AutoOffsetReset.earliest(),
            PRESENCE_SOURCE,
            new IngestTime(),
            new StringDeserializer(),
            new ProtobufDeserializer(PresenceRecord.parser()),
            Topics.PRESENCE);
  }

  static ObjectStoreBuilder<PatientWatch> patients() {
    return new ObjectStoreBuilder<>(AlarmProcessor.PATIENTS, new PatientCodec(), CHANGELOG);
  }

  static ObjectStoreBuilder<Listening> listening() {
    return new ObjectStoreBuilder<>(AlarmProcessor.LISTENING, new ListeningCodec(), CHANGELOG);
  }

  /** A heartbeat lies in the partition that it is about, which its key ends with. */
  private static Optional<Set<Integer>> ownPartition(
      String topic, String key, byte[] heartbeat, int partitions) {
    return Optional.of(Set.of(Integer.parseInt(key.substring(key.indexOf('/') + 1))));
  }

  private static final class PatientCodec implements ObjectCodec<PatientWatch> {
    @Override
    public byte[] toBytes(PatientWatch watch) {
      return watch.toBytes();
    }

    @Override
    public PatientWatch fromBytes(String patient, byte[] bytes) {
      return PatientWatch.fromBytes(patient, bytes);
    }
  }

  private static final class ListeningCodec implements ObjectCodec<Listening> {
    @Override
    public byte[] toBytes(Listening listening) {
      return listening.toBytes();
    }

    @Override
    public Listening fromBytes(String key, byte[] bytes) {
      return Listening.fromBytes(bytes);
    }
  }
}
