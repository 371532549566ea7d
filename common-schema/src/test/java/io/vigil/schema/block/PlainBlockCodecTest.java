package io.vigil.schema.block;

import static io.vigil.schema.block.ReadingColumnsTest.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.SeriesNotation.Sample;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainBlockCodecTest {
  private static final long START = 1_795_248_000_000L;

  private final BlockCodec codec = new PlainBlockCodec();

  @Test
  void encodesAsTheFormatSays() {
    byte[] block = codec.encode(columns(1_000, 7200, 2_000, 7150));

    assertThat(HexFormat.of().formatHex(block)).startsWith("01" + "02" + "d00fc070" + "d00f63");
    assertThat(block).hasSize(2 + 4 + 3 + 4);
  }

  @Test
  void givesBackWhatItTook() {
    ReadingColumns readings = readings("72x50 72.5x10 _x30 140x3 80.25");

    assertThat(codec.decode(codec.encode(readings))).isEqualTo(readings);
  }

  @Test
  void givesBackNoReadings() {
    assertThat(codec.decode(codec.encode(ReadingColumns.EMPTY))).isEqualTo(ReadingColumns.EMPTY);
  }

  @Test
  void givesBackTheOutermostTimesAndValues() {
    ReadingColumns readings =
        columns(Long.MIN_VALUE, Integer.MIN_VALUE, 0, Integer.MAX_VALUE, Long.MAX_VALUE, -1);

    assertThat(codec.decode(codec.encode(readings))).isEqualTo(readings);
  }

  @Test
  void givesBackRandomReadings() {
    var random = new Random(42);
    for (int round = 0; round < 200; round++) {
      var builder = new ReadingColumnsBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        builder.add(random.nextLong(), random.nextInt());
      }
      ReadingColumns readings = builder.build();

      assertThat(codec.decode(codec.encode(readings))).isEqualTo(readings);
    }
  }

  @Test
  void takesAnHourOfSecondsInFourBytesEachAtMost() {
    assertThat(codec.encode(readings("72x3600"))).hasSizeLessThan(4 * 3_600);
  }

  @Test
  void leavesItsInputAlone() {
    byte[] block = codec.encode(readings("72x5"));
    byte[] before = block.clone();

    codec.decode(block);

    assertThat(block).isEqualTo(before);
    assertThatThrownBy(() -> codec.decode(new byte[0])).isInstanceOf(MalformedBlockException.class);
  }

  static ReadingColumns readings(String notation) {
    var builder = new ReadingColumnsBuilder();
    for (Sample sample : SeriesNotation.series(notation, START)) {
      builder.add(sample.eventTimeMs(), sample.valueHundredths());
    }
    return builder.build();
  }
}
