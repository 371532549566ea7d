package io.vigil.alert.topology;

import org.apache.kafka.streams.Topology;

/**
 * What another capability adds to the topology of the alarms: processors of its own on the same
 * records, in the same task and transaction.
 */
public interface TopologyPart {
  void addTo(Topology topology);
}
