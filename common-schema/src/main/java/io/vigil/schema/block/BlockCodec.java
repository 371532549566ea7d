package io.vigil.schema.block;

/**
 * Encodes readings as a block and back. Blocks describe themselves: the first byte is the version.
 */
public interface BlockCodec {
  /** The readings as a block. */
  byte[] encode(ReadingColumns readings);

  /**
   * The readings of a block.
   *
   * @throws MalformedBlockException if the bytes are no whole block of a known version
   */
  ReadingColumns decode(byte[] block);
}
