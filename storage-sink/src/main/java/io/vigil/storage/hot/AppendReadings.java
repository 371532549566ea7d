package io.vigil.storage.hot;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.PlainBlockCodec;
import io.vigil.schema.block.ReadingColumns;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts readings into the block of an hour, where the block is: the union of both, in which a time
 * that was there keeps its value. Applied twice it changes nothing, so it runs on the backup too
 * and may be sent again.
 */
final class AppendReadings implements EntryProcessor<String, byte[], Appended> {
  private static final long serialVersionUID = 1L;
  private static final BlockCodec CODEC = new PlainBlockCodec();

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
    ReadingColumns before = present == null ? ReadingColumns.EMPTY : CODEC.decode(present);
    ReadingColumns more = CODEC.decode(block);
    ReadingColumns union = before.union(more);
    if (union.size() > before.size()) {
      ((ExtendedMapEntry<String, byte[]>) entry)
          .setValue(CODEC.encode(union), ttlSeconds, TimeUnit.SECONDS);
    }
    return new Appended(before.countShared(more), before.countConflicts(more));
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
