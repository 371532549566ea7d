package io.vigil.storage.record;

import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.wire.Reading;
import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.OffsetRange;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came of one partition of the log in a row, by series and day. */
public final class PartitionGather {
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  private final Map<SeriesDay, ReadingColumnsBuilder> readings = new HashMap<>();
  private final int partition;
  private final long firstOffset;
  private long lastOffset;
  private int readingsTaken;

  public PartitionGather(int partition, long firstOffset) {
    this.partition = partition;
    this.firstOffset = firstOffset;
    this.lastOffset = firstOffset;
  }

  /** Takes the next record of the partition, whether or not anything of it can be stored. */
  public void add(long offset, DecodedRecord record) {
    lastOffset = offset;
    readingsTaken += record.readings();
    for (ReceivedSeries series : record.series()) {
      for (Reading reading : series.readings()) {
        SeriesDay day =
            new SeriesDay(series.key(), Math.floorDiv(reading.getEventTimeMs(), DAY_MS));
        readings
            .computeIfAbsent(day, absent -> new ReadingColumnsBuilder())
            .add(reading.getEventTimeMs(), reading.getValueHundredths());
      }
    }
  }

  public int partition() {
    return partition;
  }

  /** The offset of the first record. */
  public long firstOffset() {
    return firstOffset;
  }

  /** How many readings came, repeated ones included. */
  public int readingsTaken() {
    return readingsTaken;
  }

  /** The offset to commit when everything here is durable. */
  public long nextOffset() {
    return lastOffset + 1;
  }

  public List<Fragment> fragments() {
    OffsetRange offsets = new OffsetRange(partition, firstOffset, lastOffset);
    return readings.entrySet().stream()
        .map(
            entry ->
                new Fragment(
                    entry.getKey().series(),
                    LocalDate.ofEpochDay(entry.getKey().epochDay()),
                    offsets,
                    entry.getValue().build()))
        .toList();
  }

  private record SeriesDay(SeriesKey series, long epochDay) {}
}
