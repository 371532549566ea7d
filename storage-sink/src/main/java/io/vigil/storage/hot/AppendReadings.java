package io.vigil.storage.hot;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.BlockSummary;
import io.vigil.schema.block.ReadingColumns;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts readings into the block of an hour, where the block is: the union of both, in which a time
 * that was there keeps its value. Those that are later than all that are there, as readings are
 * that come in time, are appended without the block being decoded. Applied twice it changes
 * nothing, so it runs on the backup too and may be sent again.
 */
final class AppendReadings implements EntryProcessor<String, byte[], Appended> {
  private static final long serialVersionUID = 1L;
  private static final BlockCodec CODEC = new BlockCodec();

  private final byte[] block;
  private final long ttlSeconds;

  /**
   * @param block the new readings
   * @param ttlSeconds how long the hour has to live from now; at least 1
   */
  AppendReadings(byte[] block, long ttlSeconds) {
    this.block = block;
    this.ttlSeconds = ttlSeconds;
  }

  @Override
  public Appended process(Map.Entry<String, byte[]> entry) {
    byte @Nullable [] present = entry.getValue();
    ReadingColumns more = CODEC.decode(block);
    if (present == null) {
      set(entry, CODEC.encodeOpen(more));
      return Appended.NEW;
    }
    BlockSummary before = CODEC.summary(present);
    if (before.count() == 0 || more.isEmpty() || more.timeAt(0) > before.lastMs()) {
      set(entry, CODEC.append(present, more));
      return Appended.NEW;
    }
    return unite(entry, CODEC.decode(present), more);
  }

  private Appended unite(
      Map.Entry<String, byte[]> entry, ReadingColumns before, ReadingColumns more) {
    ReadingColumns union = before.union(more);
    if (union.size() > before.size()) {
      set(entry, CODEC.encodeOpen(union));
    }
    return new Appended(before.countShared(more), before.countConflicts(more));
  }

  private void set(Map.Entry<String, byte[]> entry, byte[] value) {
    ((ExtendedMapEntry<String, byte[]>) entry).setValue(value, ttlSeconds, TimeUnit.SECONDS);
  }

  /** How it travels between members. */
  static final class Serializer implements CompactSerializer<AppendReadings> {
    @Override
    public AppendReadings read(CompactReader reader) {
      return new AppendReadings(
          Objects.requireNonNull(reader.readArrayOfInt8("block")), reader.readInt64("ttlSeconds"));
    }

    @Override
    public void write(CompactWriter writer, AppendReadings append) {
      writer.writeArrayOfInt8("block", append.block);
      writer.writeInt64("ttlSeconds", append.ttlSeconds);
    }

    @Override
    public String getTypeName() {
      return "vigil.AppendReadings";
    }

    @Override
    public Class<AppendReadings> getCompactClass() {
      return AppendReadings.class;
    }
  }
}
