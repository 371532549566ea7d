package io.vigil.schema.block;

import static io.vigil.schema.block.ReadingColumnsTest.columns;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingColumnsBuilderTest {
  private final ReadingColumnsBuilder builder = new ReadingColumnsBuilder();

  @Test
  void keepsWhatComesInOrder() {
    builder.add(1_000, 7200).add(2_000, 7300);

    assertThat(builder.build()).isEqualTo(columns(1_000, 7200, 2_000, 7300));
  }

  @Test
  void sortsWhatComesOutOfOrder() {
    builder.add(3_000, 3).add(1_000, 1).add(2_000, 2);

    assertThat(builder.build()).isEqualTo(columns(1_000, 1, 2_000, 2, 3_000, 3));
  }

  @Test
  void keepsTheFirstOfTheSameTime() {
    builder.add(2_000, 2).add(1_000, 1).add(2_000, 9).add(1_000, 8);

    assertThat(builder.size()).isEqualTo(4);
    assertThat(builder.build()).isEqualTo(columns(1_000, 1, 2_000, 2));
  }

  @Test
  void goesOnAfterItHasBuilt() {
    builder.add(2_000, 2).add(1_000, 1);
    ReadingColumns before = builder.build();

    builder.add(1_500, 5).add(2_000, 9);

    assertThat(before).isEqualTo(columns(1_000, 1, 2_000, 2));
    assertThat(builder.build()).isEqualTo(columns(1_000, 1, 1_500, 5, 2_000, 2));
  }

  @Test
  void growsAsItHasTo() {
    for (int i = 0; i < 1_000; i++) {
      builder.add(i, i);
    }

    assertThat(builder.build().size()).isEqualTo(1_000);
    assertThat(builder.build().valueAt(999)).isEqualTo(999);
  }

  @Test
  void withoutReadingsIsEmpty() {
    assertThat(builder.build()).isEqualTo(ReadingColumns.EMPTY);
  }
}
