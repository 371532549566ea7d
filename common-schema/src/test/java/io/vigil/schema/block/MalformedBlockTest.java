package io.vigil.schema.block;

import static io.vigil.schema.block.BlockCodecTest.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes, the codec answers with readings or with a {@link MalformedBlockException}.
 */
class MalformedBlockTest {
  private final BlockCodec codec = new BlockCodec();
  private final byte[] whole = codec.encodeOpen(readings("72x3 140 _x2 80.25 72 73 72 71x9"));

  @Test
  void refusesEveryBlockThatIsCutShort() {
    for (int length = 0; length < whole.length; length++) {
      assertMalformed(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void refusesEveryBlockWithAFlippedBit() {
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      assertMalformed(damaged);
    }
  }

  @Test
  void refusesBytesAfterTheBlock() {
    assertMalformed(Arrays.copyOf(whole, whole.length + 1));
    assertMalformed(Checksum.seal(new byte[] {2, 0, 0, 0, 0}));
  }

  @Test
  void refusesVersionsAndFlagsThatItDoesNotKnow() {
    assertMalformed(changed(0, 3));
    assertMalformed(changed(0, 0));
    assertMalformed(changed(1, 0x80));
  }

  @Test
  void refusesMoreReadingsThanABlockMayHaveBeforeItMakesRoom() {
    assertMalformed(Checksum.seal(new byte[] {2, 0, 0, -1, -1, -1, -1, 7, 0, 1, 2, 0, 0, 1, 0}));
  }

  @Test
  void readsOrRefusesWhateverComesUnderAFittingChecksum() {
    var random = new Random(7);
    int read = 0;
    for (int round = 0; round < 100_000; round++) {
      byte[] block = codec.encodeOpen(readings(random, 1 + random.nextInt(20)));
      byte[] content = Arrays.copyOf(block, block.length - Checksum.BYTES);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        content[1 + random.nextInt(content.length - 1)] = (byte) random.nextInt();
      }
      read += readOrRefuse(Checksum.seal(content));
    }
    assertThat(read).isPositive();
  }

  @Test
  void readsOrRefusesAnyBytesUnderAFittingChecksum() {
    var random = new Random(11);
    for (int round = 0; round < 200_000; round++) {
      byte[] content = new byte[2 + random.nextInt(60)];
      random.nextBytes(content);
      content[0] = (byte) (1 + random.nextInt(2));
      content[1] &= 3;
      readOrRefuse(Checksum.seal(content));
    }
  }

  /** 1 if these were readings, which are then given back by a block of their own, or else 0. */
  private int readOrRefuse(byte[] block) {
    ReadingColumns readings;
    try {
      readings = codec.decode(block);
    } catch (MalformedBlockException e) {
      assertThat(e).hasMessageNotContaining("null");
      return 0;
    }
    assertThat(codec.decode(codec.encode(readings))).isEqualTo(readings);
    for (int i = 1; i < readings.size(); i++) {
      assertThat(readings.timeAt(i)).isGreaterThan(readings.timeAt(i - 1));
    }
    return 1;
  }

  private byte[] changed(int at, int to) {
    byte[] content = Arrays.copyOf(whole, whole.length - Checksum.BYTES);
    content[at] = (byte) to;
    return Checksum.seal(content);
  }

  private void assertMalformed(byte[] block) {
    assertThatThrownBy(() -> codec.decode(block)).isInstanceOf(MalformedBlockException.class);
    assertThatThrownBy(() -> codec.summary(block)).isInstanceOf(MalformedBlockException.class);
  }
}
