package io.vigil.alert.reception;

import com.google.protobuf.MessageLite;
import io.vigil.alert.topology.AlarmTopology;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectCodec;
import io.vigil.alert.topology.ObjectStoreBuilder;
import io.vigil.alert.topology.TopologyPart;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.topic.Topics;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.springframework.stereotype.Component;

/**
 * Adds reception to the topology:
 *
 * <pre>
 *   vitals.readings ───┐
 *                      ├─ reception (reception) ── vitals.reception
 *   vitals.watermarks ─┘
 * </pre>
 */
@Component
final class ReceptionTopology implements TopologyPart {
  private static final String RECEPTION = "reception-minutes";

  private final Census census;

  ReceptionTopology(Census census) {
    this.census = census;
  }

  @Override
  public void addTo(Topology topology) {
    Serializer<MinuteReception> json = (topic, minute) -> minute.toJson();
    topology
        .<String, MessageLite, String, MinuteReception>addProcessor(
            RECEPTION,
            () -> new ReceptionProcessor(census),
            AlarmTopology.READINGS_SOURCE,
            AlarmTopology.WATERMARKS_SOURCE)
        .addStateStore(store(), RECEPTION)
        .addSink("reception-told", Topics.RECEPTION, new StringSerializer(), json, RECEPTION);
  }

  static ObjectStoreBuilder<PatientReception> store() {
    return new ObjectStoreBuilder<>(ReceptionProcessor.STORE, new Codec(), AlarmTopology.CHANGELOG);
  }

  /** How a patient's reception lies in the changelog. */
  private static final class Codec implements ObjectCodec<PatientReception> {
    @Override
    public byte[] toBytes(PatientReception reception) {
      return reception.toBytes();
    }

    @Override
    public PatientReception fromBytes(String patient, byte[] bytes) {
      return PatientReception.fromBytes(patient, bytes);
    }
  }
}
