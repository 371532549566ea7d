package io.vigil.alert.storm;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.vigil.alert.rule.Storm;
import io.vigil.alert.topology.AlarmSettings;
import io.vigil.alert.topology.AlarmTopology;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectCodec;
import io.vigil.alert.topology.ObjectStoreBuilder;
import io.vigil.alert.topology.TopologyPart;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.PresenceRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.springframework.stereotype.Component;

/**
 * Adds storms to the topology, in one task for all partitions:
 *
 * <pre>
 *   vitals.presence ── storms (presences-known, presences-waiting, storms) ── vitals.alerts
 * </pre>
 */
@Component
final class StormTopology implements TopologyPart {
  private static final String STORMS = "alarms-of-groups";

  private final AlarmSettings settings;
  private final Census census;
  private final AlertMetrics metrics;

  StormTopology(AlarmSettings settings, Census census, AlertMetrics metrics) {
    this.settings = settings;
    this.census = census;
    this.metrics = metrics;
  }

  @Override
  public void addTo(Topology topology) {
    topology
        .<String, PresenceRecord, String, byte[]>addProcessor(
            STORMS,
            () -> new StormProcessor(settings, census, metrics),
            AlarmTopology.PRESENCE_SOURCE)
        .addStateStore(known(), STORMS)
        .addStateStore(waiting(), STORMS)
        .addStateStore(storms(), STORMS)
        .addSink(
            "alerts-of-groups",
            Topics.ALERTS,
            new StringSerializer(),
            new ByteArraySerializer(),
            STORMS);
  }

  static ObjectStoreBuilder<Presence> known() {
    return store(StormProcessor.KNOWN, new MessageCodec<>(Presence.parser()));
  }

  static ObjectStoreBuilder<PresenceRecord> waiting() {
    return store(StormProcessor.WAITING, new MessageCodec<>(PresenceRecord.parser()));
  }

  static ObjectStoreBuilder<Storm> storms() {
    return store(StormProcessor.STORMS, new StormCodec());
  }

  private static <V> ObjectStoreBuilder<V> store(String name, ObjectCodec<V> codec) {
    return new ObjectStoreBuilder<>(name, codec, AlarmTopology.CHANGELOG);
  }

  /** How a message lies in a changelog. */
  private record MessageCodec<V extends MessageLite>(Parser<V> parser) implements ObjectCodec<V> {
    @Override
    public byte[] toBytes(V message) {
      return message.toByteArray();
    }

    @Override
    public V fromBytes(String key, byte[] bytes) {
      try {
        return parser.parseFrom(bytes);
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalArgumentException("not a message of presence", e);
      }
    }
  }

  /** How a storm lies in its changelog. */
  private static final class StormCodec implements ObjectCodec<Storm> {
    @Override
    public byte[] toBytes(Storm storm) {
      return storm.toBytes();
    }

    @Override
    public Storm fromBytes(String group, byte[] bytes) {
      return Storm.fromBytes(group, bytes);
    }
  }
}
