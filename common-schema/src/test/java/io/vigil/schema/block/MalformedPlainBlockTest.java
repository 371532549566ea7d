package io.vigil.schema.block;

import static io.vigil.schema.block.PlainBlockCodecTest.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever the bytes, the codec answers with readings or with a {@link MalformedBlockException}.
 */
class MalformedPlainBlockTest {
  private final BlockCodec codec = new PlainBlockCodec();
  private final byte[] whole = codec.encode(readings("72x3 140 _x2 80.25"));

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
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "00 00, version 0",
    "02 00, version 2",
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
  void refusesUnderAFittingChecksum(String body, String what) {
    assertMalformed(withChecksum(HexFormat.of().parseHex(body.replace(" ", ""))));
  }

  @Test
  void readsOrRefusesWhateverComesUnderAFittingChecksum() {
    var random = new Random(7);
    int read = 0;
    for (int round = 0; round < 50_000; round++) {
      byte[] body = Arrays.copyOf(whole, whole.length - 4);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        body[1 + random.nextInt(body.length - 1)] = (byte) random.nextInt();
      }
      try {
        ReadingColumns readings = codec.decode(withChecksum(body));
        assertThat(codec.decode(codec.encode(readings))).isEqualTo(readings);
        read++;
      } catch (MalformedBlockException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
    assertThat(read).isPositive();
  }

  private void assertMalformed(byte[] block) {
    assertThatThrownBy(() -> codec.decode(block)).isInstanceOf(MalformedBlockException.class);
  }

  private static byte[] withChecksum(byte[] body) {
    var crc = new CRC32C();
    crc.update(body);
    return ByteBuffer.allocate(body.length + 4).put(body).putInt((int) crc.getValue()).array();
  }
}
