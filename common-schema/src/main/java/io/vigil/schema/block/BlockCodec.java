package io.vigil.schema.block;

import java.nio.ByteBuffer;

/**
 * Encodes readings as a block and back. Blocks describe themselves, the first byte is the version:
 * written is version 2, version 1 is read as well. The format has a page, docs/formats/block.md.
 *
 * <pre>
 * ┌─────────┬────────────────────────┬──────────────┬───────────────┬─────────┐
 * │ version │ header: how it is      │ steps of the │ steps of the  │ CRC-32C │
 * │ 1 byte  │ written, and a summary │ times        │ values        │ 4 bytes │
 * └─────────┴────────────────────────┴──────────────┴───────────────┴─────────┘
 * </pre>
 *
 * Safe for threads.
 */
public final class BlockCodec {
  /** No block has more readings; a week at 1 Hz has 604,800. */
  public static final int MAX = 1 << 20;

  /**
   * The readings as a block, as small as can be.
   *
   * @throws IllegalArgumentException if there are more than {@link #MAX}
   */
  public byte[] encode(ReadingColumns readings) {
    return BlockWriter.write(readings, false);
  }

  /**
   * The readings as a block that {@link #append} can add to at the cost of what is added; it takes
   * about six bytes more.
   *
   * @throws IllegalArgumentException if there are more than {@link #MAX}
   */
  public byte[] encodeOpen(ReadingColumns readings) {
    return BlockWriter.write(readings, true);
  }

  /**
   * The readings of a block.
   *
   * @throws MalformedBlockException if the bytes are no whole block of a known version
   */
  public ReadingColumns decode(byte[] block) {
    ByteBuffer in = Checksum.open(block);
    return in.get(0) == PlainBlocks.VERSION ? PlainBlocks.read(in) : BlockReader.read(block, in);
  }

  /**
   * What the header tells, the body unread; the checksum is verified.
   *
   * @throws MalformedBlockException if the bytes are no whole block of a known version
   */
  public BlockSummary summary(byte[] block) {
    ByteBuffer in = Checksum.open(block);
    if (in.get(0) == PlainBlocks.VERSION) {
      return BlockSummary.of(PlainBlocks.read(in));
    }
    return BlockLayout.read(in).summary();
  }

  /**
   * An open block of the block's readings and later ones. An open block is not decoded for it, but
   * where the new readings do not fit how it is written, and whenever its readings have doubled:
   * then it is written anew, as is best for them.
   *
   * @throws IllegalArgumentException if the readings are not all later than the block's last, or
   *     too many
   * @throws MalformedBlockException if the bytes are no whole block of a known version
   */
  public byte[] append(byte[] block, ReadingColumns later) {
    BlockSummary before = summary(block);
    if (later.isEmpty()) {
      return block.clone();
    }
    if (before.count() > 0 && later.timeAt(0) <= before.lastMs()) {
      throw new IllegalArgumentException("readings that are not later than the block's");
    }
    byte[] appended = block[0] == BlockHeader.VERSION ? BlockWriter.append(block, later) : null;
    return appended == null ? encodeOpen(decode(block).union(later)) : appended;
  }
}
