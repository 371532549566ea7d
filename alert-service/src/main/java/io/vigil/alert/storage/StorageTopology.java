package io.vigil.alert.storage;

import io.vigil.alert.rule.StorageAgreement;
import io.vigil.alert.topology.AlarmSettings;
import io.vigil.alert.topology.AlarmTopology;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.IngestTime;
import io.vigil.alert.topology.ObjectCodec;
import io.vigil.alert.topology.ObjectStoreBuilder;
import io.vigil.alert.topology.TopologyPart;
import io.vigil.schema.topic.Topics;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.springframework.stereotype.Component;

/**
 * Adds the storage's alarm to the topology, beside those of groups, so that what goes wrong with it
 * never holds up an alarm of a patient:
 *
 * <pre>
 *   vitals.storage-checks ─┐
 *                          ├─ storage (storage-agreement) ── vitals.alerts
 *   vitals.presence ───────┘  (commands of Vigil's own alarms)
 * </pre>
 */
@Component
final class StorageTopology implements TopologyPart {
  private static final String CHECKS_SOURCE = "storage-checks";
  private static final String STORAGE = "alarms-of-storage";

  private final AlarmSettings settings;
  private final Census census;
  private final AlertMetrics metrics;

  StorageTopology(AlarmSettings settings, Census census, AlertMetrics metrics) {
    this.settings = settings;
    this.census = census;
    this.metrics = metrics;
  }

  @Override
  public void addTo(Topology topology) {
    topology
        .addSource(
            AutoOffsetReset.earliest(),
            CHECKS_SOURCE,
            new IngestTime(),
            new StringDeserializer(),
            new StorageCheckDeserializer(),
            Topics.STORAGE_CHECKS)
        .<String, Object, String, byte[]>addProcessor(
            STORAGE,
            () -> new StorageProcessor(settings, census, metrics),
            CHECKS_SOURCE,
            AlarmTopology.PRESENCE_SOURCE)
        .addStateStore(store(), STORAGE)
        .addSink(
            "alerts-of-storage",
            Topics.ALERTS,
            new StringSerializer(),
            new ByteArraySerializer(),
            STORAGE);
  }

  static ObjectStoreBuilder<StorageAgreement> store() {
    return new ObjectStoreBuilder<>(StorageProcessor.STORE, new Codec(), AlarmTopology.CHANGELOG);
  }

  /** How the state lies in its changelog. */
  private static final class Codec implements ObjectCodec<StorageAgreement> {
    @Override
    public byte[] toBytes(StorageAgreement agreement) {
      return agreement.toBytes();
    }

    @Override
    public StorageAgreement fromBytes(String key, byte[] bytes) {
      return StorageAgreement.fromBytes(bytes);
    }
  }
}
