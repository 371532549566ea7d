package io.vigil.schema.block;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a block of version 2 are.
 *
 * @param header or null if there are no readings
 * @param timesFrom where the bits of the times begin
 * @param valuesFrom where they end and those of the values begin
 * @param end where those end
 */
record BlockLayout(@Nullable BlockHeader header, int timesFrom, int valuesFrom, int end) {

  /** Reads the header; the buffer is all of a block but its checksum. */
  static BlockLayout read(ByteBuffer in) {
    if (in.get() != BlockHeader.VERSION || in.remaining() < 3) {
      throw new MalformedBlockException("not a block of version 1 or " + BlockHeader.VERSION);
    }
    int flags = in.get();
    int codes = in.get();
    long count = Varints.read(in);
    if (count < 0 || count > BlockCodec.MAX) {
      throw new MalformedBlockException(count + " readings, more than " + BlockCodec.MAX);
    }
    if (count == 0) {
      return empty(in);
    }
    BlockHeader header = BlockHeader.read(in, flags, codes, (int) count);
    long timesLength = Varints.read(in);
    if (timesLength < 0 || timesLength > in.remaining()) {
      throw new MalformedBlockException("shorter than its times");
    }
    int valuesFrom = in.position() + (int) timesLength;
    return new BlockLayout(header, in.position(), valuesFrom, in.limit());
  }

  private static BlockLayout empty(ByteBuffer in) {
    if (in.hasRemaining()) {
      throw new MalformedBlockException(in.remaining() + " bytes too many");
    }
    return new BlockLayout(null, in.position(), in.position(), in.position());
  }

  BlockSummary summary() {
    return header == null ? BlockSummary.EMPTY : header.summary();
  }

  static byte[] write(BlockHeader header, Bits times, Bits values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    header.write(out);
    byte[] timeBytes = times.toBytes();
    Varints.write(out, timeBytes.length);
    out.writeBytes(timeBytes);
    out.writeBytes(values.toBytes());
    return Checksum.seal(out.toByteArray());
  }
}
