package io.vigil.schema.block;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the readings of blocks of version 2. */
final class BlockReader {
  private BlockReader() {}

  /** The readings of a block whose content, the checksum aside, is in the buffer. */
  static ReadingColumns read(byte[] block, ByteBuffer content) {
    BlockLayout layout = BlockLayout.read(content);
    BlockHeader header = layout.header();
    if (header == null) {
      return ReadingColumns.EMPTY;
    }
    byte[] bytes = Arrays.copyOf(block, block.length + StepReader.PADDING);
    int count = header.summary().count();
    StepReader ofTimes =
        new StepReader(bytes, layout.timesFrom(), layout.valuesFrom(), header.times().stepCode());
    long[] times = Columns.times(count, header.times(), ofTimes);
    if (times[count - 1] != header.summary().lastMs()) {
      throw new MalformedBlockException("the header tells of another last time");
    }
    StepReader ofValues =
        new StepReader(bytes, layout.valuesFrom(), layout.end(), header.values().stepCode());
    return ReadingColumns.owning(times, Columns.values(count, header.values(), ofValues));
  }
}
