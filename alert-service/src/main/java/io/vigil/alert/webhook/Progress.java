package io.vigil.alert.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a subscription has got in each partition: everything before the first event that is still
 * to be delivered is done, however many after it are done as well.
 */
final class Progress {
  private final Map<TopicPartition, Place> places = new HashMap<>();

  private static final class Place {
    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long next;
    private long committed = -1;

    private long done() {
      return unfinished.isEmpty() ? next : unfinished.first();
    }
  }

  Set<TopicPartition> partitions() {
    return places.keySet();
  }

  /** Reading begins here. */
  void startsAt(TopicPartition partition, long offset) {
    passed(partition, offset - 1);
  }

  /** A record was read that has nothing to deliver. */
  void passed(TopicPartition partition, long offset) {
    places.computeIfAbsent(partition, any -> new Place()).next = offset + 1;
  }

  /** An event was read that is to be delivered. */
  void began(TopicPartition partition, long offset) {
    passed(partition, offset);
    places.computeIfAbsent(partition, any -> new Place()).unfinished.add(offset);
  }

  void done(TopicPartition partition, long offset) {
    Place place = places.get(partition);
    if (place != null) {
      place.unfinished.remove(offset);
    }
  }

  void forget(TopicPartition partition) {
    places.remove(partition);
  }

  /** What has changed since it was {@link #committed} last. */
  Map<TopicPartition, OffsetAndMetadata> uncommitted() {
    Map<TopicPartition, OffsetAndMetadata> changed = new HashMap<>();
    places.forEach(
        (partition, place) -> {
          if (place.done() != place.committed) {
            changed.put(partition, new OffsetAndMetadata(place.done()));
          }
        });
    return changed;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Place place = places.get(partition);
          if (place != null) {
            place.committed = offset.offset();
          }
        });
  }
}
