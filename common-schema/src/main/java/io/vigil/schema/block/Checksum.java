package io.vigil.schema.block;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The last four bytes of a block: CRC-32C of all before, the most significant byte first. */
final class Checksum {
  static final int BYTES = 4;

  private Checksum() {}

  /** These bytes and their checksum. */
  static byte[] seal(byte[] content) {
    return ByteBuffer.allocate(content.length + BYTES)
        .put(content)
        .putInt(of(content, content.length))
        .array();
  }

  /**
   * What comes before the checksum, after it has been verified.
   *
   * @throws MalformedBlockException if it does not fit
   */
  static ByteBuffer open(byte[] block) {
    int length = block.length - BYTES;
    if (length < 1 || of(block, length) != ByteBuffer.wrap(block).getInt(length)) {
      throw new MalformedBlockException("checksum does not fit");
    }
    return ByteBuffer.wrap(block, 0, length);
  }

  private static int of(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
