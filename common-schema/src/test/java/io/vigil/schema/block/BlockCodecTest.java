package io.vigil.schema.block;

import static io.vigil.schema.block.ReadingColumnsTest.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.SeriesNotation.Sample;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCodecTest {
  private static final long START = 1_795_248_000_000L;

  private final BlockCodec codec = new BlockCodec();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "72",
        "72x5",
        "72x3600",
        "72x50 72.5x10 _x30 140x3 80.25",
        "71 72 73 74 75 76 75 74 73",
        "0 350 0 350 0.01 349.99"
      })
  void givesBackWhatItTook(String series) {
    assertGivenBack(readings(series));
  }

  @Test
  void givesBackNoReadings() {
    assertGivenBack(ReadingColumns.EMPTY);
  }

  @Test
  void givesBackTheOutermostTimesAndValues() {
    assertGivenBack(
        columns(Long.MIN_VALUE, Integer.MIN_VALUE, 0, Integer.MAX_VALUE, Long.MAX_VALUE, -1));
    assertGivenBack(columns(Long.MIN_VALUE, 0, Long.MAX_VALUE, 0));
  }

  @Test
  void givesBackRandomReadings() {
    var random = new Random(42);
    for (int round = 0; round < 300; round++) {
      assertGivenBack(readings(random, random.nextInt(300)));
    }
  }

  @Test
  void takesAnHourOfOneValueInItsHeaderAlone() {
    assertThat(codec.encode(readings("72x3600"))).hasSizeLessThan(32);
  }

  @Test
  void takesASilenceInFourBytes() {
    int whole = codec.encode(readings("72x60")).length;

    assertThat(codec.encode(readings("72x30 _x10 72x30"))).hasSizeLessThanOrEqualTo(whole + 4);
  }

  @Test
  void takesAStepAfterALongRestInThreeBytes() {
    int whole = codec.encode(readings("72x3600")).length;

    assertThat(codec.encode(readings("72x600 73x600 72x600 71x600 72x600 73x600")))
        .hasSizeLessThanOrEqualTo(whole + 5 * 3);
  }

  @Test
  void summarizesWithoutTheBody() {
    byte[] block = codec.encode(readings("72x3 140.5 _x5 60"));

    assertThat(codec.summary(block))
        .isEqualTo(new BlockSummary(5, START, START + 9_000, 6_000, 14_050, 3 * 7_200 + 20_050));
    assertThat(codec.summary(codec.encode(ReadingColumns.EMPTY)))
        .isEqualTo(new BlockSummary(0, 0, 0, 0, 0, 0));
  }

  @Test
  void appendsOneByOne() {
    var random = new Random(7);
    for (int round = 0; round < 30; round++) {
      ReadingColumns all = readings(random, 200);
      byte[] block = codec.encodeOpen(ReadingColumns.EMPTY);
      for (int i = 0; i < all.size(); i++) {
        block = codec.append(block, columns(all.timeAt(i), all.valueAt(i)));
      }

      assertThat(codec.decode(block)).isEqualTo(all);
      assertThat(codec.summary(block)).isEqualTo(BlockSummary.of(all));
    }
  }

  @Test
  void appendsSeveralAtOnce() {
    ReadingColumns all = readings("72x10 73x10 _x3 74x5 74.25x20 90x30");
    byte[] block = codec.encodeOpen(all.between(0, START + 17_000));

    block = codec.append(block, all.between(START + 17_000, START + 40_000));
    block = codec.append(block, all.between(START + 40_000, Long.MAX_VALUE));

    assertThat(codec.decode(block)).isEqualTo(all);
  }

  @Test
  void whatIsAppendedInPlaceIsWhatWouldHaveBeenWritten() {
    ReadingColumns all = readings("72x40 73x40 72x20");
    byte[] block = codec.encodeOpen(all.between(0, START + 70_000));

    byte[] appended = codec.append(block, all.between(START + 70_000, Long.MAX_VALUE));

    assertThat(appended).isEqualTo(codec.encodeOpen(all));
  }

  @Test
  void appendsToBlocksThatAreNotOpen() {
    ReadingColumns all = readings("72x20 73x20");
    byte[] closed = codec.encode(all.between(0, START + 35_000));

    byte[] appended = codec.append(closed, all.between(START + 35_000, Long.MAX_VALUE));

    assertThat(codec.decode(appended)).isEqualTo(all);
  }

  @Test
  void anAppendedBlockIsAboutAsSmallAsOneWrittenAtOnce() {
    ReadingColumns all = readings("72x100 73x20 74x10 73x50 72x300 71x5 72x15 71x200");
    byte[] block = codec.encodeOpen(ReadingColumns.EMPTY);
    for (int i = 0; i < all.size(); i++) {
      block = codec.append(block, columns(all.timeAt(i), all.valueAt(i)));
    }

    assertThat(block).hasSizeLessThanOrEqualTo(codec.encode(all).length + 12);
  }

  @Test
  void refusesToAppendWhatIsNotLater() {
    byte[] block = codec.encodeOpen(readings("72x5"));

    assertThatThrownBy(() -> codec.append(block, columns(START + 4_000, 7200)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not later");
  }

  @Test
  void refusesMoreReadingsThanABlockMayHave() {
    var builder = new ReadingColumnsBuilder();
    for (int i = 0; i <= BlockCodec.MAX; i++) {
      builder.add(i, 0);
    }
    ReadingColumns tooMany = builder.build();

    assertThatThrownBy(() -> codec.encode(tooMany))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1048576");
  }

  @Test
  void leavesItsInputAlone() {
    byte[] block = codec.encodeOpen(readings("72x5"));
    byte[] before = block.clone();

    codec.decode(block);
    codec.append(block, columns(START + 5_000, 7300));

    assertThat(block).isEqualTo(before);
  }

  private void assertGivenBack(ReadingColumns readings) {
    for (byte[] block : new byte[][] {codec.encode(readings), codec.encodeOpen(readings)}) {
      assertThat(codec.decode(block)).isEqualTo(readings);
      assertThat(codec.summary(block)).isEqualTo(BlockSummary.of(readings));
    }
  }

  /** Some regular, some with steps of any size; values that rest, wander and jump. */
  static ReadingColumns readings(Random random, int count) {
    int timeBits = random.nextInt(40);
    int valueBits = random.nextInt(20);
    var builder = new ReadingColumnsBuilder();
    long time = START;
    int value = 7200;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(4) > 0 ? 1_000 : 1 + (random.nextLong() >>> (63 - timeBits));
      value += random.nextInt(3) > 0 ? 0 : (int) (random.nextLong() >> (63 - valueBits));
      builder.add(time, random.nextInt(100) > 0 ? value : random.nextInt());
    }
    return builder.build();
  }

  static ReadingColumns readings(String notation) {
    var builder = new ReadingColumnsBuilder();
    for (Sample sample : SeriesNotation.series(notation, START)) {
      builder.add(sample.eventTimeMs(), sample.valueHundredths());
    }
    return builder.build();
  }
}
