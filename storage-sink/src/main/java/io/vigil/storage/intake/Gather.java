package io.vigil.storage.intake;

import io.vigil.storage.record.DecodedRecord;
import io.vigil.storage.record.PartitionGather;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came since the last flush, by partition of the log. */
final class Gather {
  private final Map<Integer, PartitionGather> partitions = new HashMap<>();
  private final List<Parking> parkings = new ArrayList<>();

  void add(ConsumerRecord<byte[], byte[]> record, DecodedRecord decoded) {
    partitions
        .computeIfAbsent(
            record.partition(), partition -> new PartitionGather(partition, record.offset()))
        .add(record.offset(), decoded);
  }

  /** A record of a partition that this holds is being parked; a flush waits for that too. */
  void add(Parking parking) {
    parkings.add(parking);
  }

  boolean isEmpty() {
    return partitions.isEmpty();
  }

  /** How much this holds: readings and parked records. */
  int held() {
    return parkings.size()
        + partitions.values().stream().mapToInt(PartitionGather::readingsTaken).sum();
  }

  /** Drops these partitions; another instance replays them. Returns how many readings. */
  int forget(Set<Integer> others) {
    int readings = 0;
    for (Integer other : others) {
      PartitionGather gone = partitions.remove(other);
      readings += gone == null ? 0 : gone.readingsTaken();
    }
    return readings;
  }

  List<PartitionGather> partitions() {
    return List.copyOf(partitions.values());
  }

  List<Parking> parkings() {
    return List.copyOf(parkings);
  }
}
