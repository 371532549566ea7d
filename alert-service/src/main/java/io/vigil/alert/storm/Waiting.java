package io.vigil.alert.storm;

import io.vigil.alert.topology.ObjectStore;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.wire.JudgedTo;
import io.vigil.schema.wire.PresenceRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was said by partitions that are ahead of others: it waits until all of them have come so
 * far, so that it is taken in the order of its times. Used by one thread.
 */
final class Waiting {
  /** Beyond this much, a partition that stands still is waited for no longer. */
  private static final int MOST = 100_000;

  private final ObjectStore<PresenceRecord> records;
  private final TreeMap<String, PresenceRecord> earliestFirst = new TreeMap<>();
  private final Map<Integer, Long> judgedTo = new HashMap<>();

  Waiting(ObjectStore<PresenceRecord> records) {
    this.records = records;
    records.load();
    records.all().forEach(record -> earliestFirst.put(keyOf(record), record));
  }

  /** Keeps what was said, of a patient or by a command. */
  void add(PresenceRecord said) {
    String key = keyOf(said);
    records.put(key, said);
    earliestFirst.put(key, said);
  }

  void add(JudgedTo word) {
    judgedTo.put(word.getPartition(), word.getTimeMs());
  }

  /** Up to when all of so many partitions have said everything; the smallest number if not yet. */
  long judgedTo(int partitions) {
    return judgedTo.size() < partitions
        ? Long.MIN_VALUE
        : judgedTo.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
  }

  /** The time of the earliest, or the largest number where nothing waits. */
  long firstMs() {
    return earliestFirst.isEmpty() ? Long.MAX_VALUE : timeOf(earliestFirst.firstEntry().getValue());
  }

  boolean isTooMuch() {
    return earliestFirst.size() > MOST;
  }

  /** Takes the earliest out, which has to be there. */
  PresenceRecord poll() {
    Map.Entry<String, PresenceRecord> first = earliestFirst.firstEntry();
    earliestFirst.remove(first.getKey());
    records.remove(first.getKey());
    return first.getValue();
  }

  /** Of what has the same time, first what is said of the patient whose id comes first. */
  private static String keyOf(PresenceRecord said) {
    String about =
        said.hasPresence()
            ? said.getPresence().getPatient() + '/' + said.getPresence().getStateValue()
            : command(said).patient() + '/' + command(said).by();
    return "%019d/%s".formatted(timeOf(said), about);
  }

  private static long timeOf(PresenceRecord said) {
    return said.hasPresence() ? said.getPresence().getAtMs() : command(said).at().toEpochMilli();
  }

  /** The command in it; throws {@link IllegalArgumentException} where it is none. */
  private static AlertCommand command(PresenceRecord said) {
    return AlertCommand.fromJson(said.getCommand().toByteArray());
  }
}
