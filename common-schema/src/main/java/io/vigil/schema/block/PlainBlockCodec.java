package io.vigil.schema.block;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first encoding, version 1: differences of times and values as variable-length integers.
 *
 * <pre>
 * ┌───────────┬───────────┬─────────────────────────────────────────┬─────────────────┐
 * │ version=1 │ n: varint │ n × (Δtime: zigzag, Δvalue: zigzag)     │ CRC-32C, 4 byte │
 * └───────────┴───────────┴─────────────────────────────────────────┴─────────────────┘
 * </pre>
 *
 * Differences are to the reading before, the first to zero. The checksum is over all before it,
 * most significant byte first. Safe for threads.
 */
public final class PlainBlockCodec implements BlockCodec {
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = 4;
  private static final int MIN_BYTES_A_READING = 2;

  @Override
  public byte[] encode(ReadingColumns readings) {
    var out = new ByteArrayOutputStream(8 + 3 * readings.size());
    out.write(VERSION);
    writeVarint(out, readings.size());
    long time = 0;
    int value = 0;
    for (int i = 0; i < readings.size(); i++) {
      writeVarint(out, zigzag(readings.timeAt(i) - time));
      writeVarint(out, zigzag((long) readings.valueAt(i) - value));
      time = readings.timeAt(i);
      value = readings.valueAt(i);
    }
    byte[] body = out.toByteArray();
    return ByteBuffer.allocate(body.length + CHECKSUM_BYTES).put(body).putInt(crc(body)).array();
  }

  @Override
  public ReadingColumns decode(byte[] block) {
    if (block.length < 2 + CHECKSUM_BYTES || block[0] != VERSION) {
      throw new MalformedBlockException("not a block of version " + VERSION);
    }
    ByteBuffer in = ByteBuffer.wrap(block, 0, block.length - CHECKSUM_BYTES);
    if (crc(in) != ByteBuffer.wrap(block).getInt(block.length - CHECKSUM_BYTES)) {
      throw new MalformedBlockException("checksum does not fit");
    }
    in.position(1);
    long n = readVarint(in);
    if (n < 0 || n > in.remaining() / MIN_BYTES_A_READING) {
      throw new MalformedBlockException(n + " readings in " + in.remaining() + " bytes");
    }
    return readings(in, (int) n);
  }

  private static ReadingColumns readings(ByteBuffer in, int n) {
    long[] times = new long[n];
    int[] values = new int[n];
    long time = 0;
    long value = 0;
    for (int i = 0; i < n; i++) {
      time += unzigzag(readVarint(in));
      value += unzigzag(readVarint(in));
      if (value != (int) value) {
        throw new MalformedBlockException("a value beyond 32 bits");
      }
      times[i] = time;
      values[i] = (int) value;
    }
    if (in.hasRemaining()) {
      throw new MalformedBlockException(in.remaining() + " bytes too many");
    }
    try {
      return ReadingColumns.ofAscending(times, values);
    } catch (IllegalArgumentException e) {
      throw new MalformedBlockException("times do not ascend");
    }
  }

  private static int crc(byte[] bytes) {
    return crc(ByteBuffer.wrap(bytes));
  }

  private static int crc(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private static void writeVarint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long readVarint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (!in.hasRemaining()) {
        throw new MalformedBlockException("ends within a number");
      }
      byte next = in.get();
      if (shift == 63 && (next & 0x7E) != 0) {
        break;
      }
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedBlockException("a number longer than 64 bits");
  }
}
