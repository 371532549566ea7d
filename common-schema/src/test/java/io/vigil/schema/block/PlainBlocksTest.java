package io.vigil.schema.block;

import static io.vigil.schema.block.ReadingColumnsTest.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of version 1, which lie in stores that were begun before there was version 2. */
class PlainBlocksTest {
  private final BlockCodec codec = new BlockCodec();
  private final byte[] whole =
      HexFormat.of().parseHex("0103f4b3f4d1bf68a471d00f00f02ebc69fbc086ad");
  private final ReadingColumns readings =
      columns(1_795_248_000_250L, 7250, 1_795_248_001_250L, 7250, 1_795_248_004_250L, 14_000);

  @Test
  void areRead() {
    assertThat(codec.decode(whole)).isEqualTo(readings);
    assertThat(codec.summary(whole)).isEqualTo(BlockSummary.of(readings));
  }

  @Test
  void becomeOpenBlocksWhenTheyAreAppendedTo() {
    ReadingColumns later = columns(1_795_248_005_250L, 7250);

    byte[] appended = codec.append(whole, later);

    assertThat(codec.decode(appended)).isEqualTo(readings.union(later));
    assertThat(appended[0]).isEqualTo((byte) 2);
  }

  @Test
  void areRefusedWhereTheyAreCutShort() {
    for (int length = 0; length < whole.length; length++) {
      assertMalformed(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void areRefusedWithAFlippedBit() {
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      assertMalformed(damaged);
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "01 80, a number that does not end",
    "01 ff ff ff ff ff ff ff ff ff 01 00 00, a negative count",
    "01 ff ff ff ff 07 00 00, two thousand million readings in two bytes",
    "01 02 d0 0f c0 70, fewer readings than counted",
    "01 01 d0 0f c0 70 00, more bytes than counted",
    "01 02 d0 0f c0 70 00 00, the same time twice",
    "01 02 d0 0f c0 70 01 00, times that descend",
    "01 01 00 80 80 80 80 20, a value beyond 32 bits",
    "01 01 80 80 80 80 80 80 80 80 80 02 00, a number beyond 64 bits",
    "01 01 80 80 80 80 80 80 80 80 80 80 01 00, a number of eleven bytes"
  })
  void areRefusedUnderAFittingChecksum(String body, String what) {
    assertMalformed(Checksum.seal(HexFormat.of().parseHex(body.replace(" ", ""))));
  }

  private void assertMalformed(byte[] block) {
    assertThatThrownBy(() -> codec.decode(block)).isInstanceOf(MalformedBlockException.class);
  }
}
