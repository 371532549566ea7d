package io.vigil.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetRangeTest {
  @Test
  void isWrittenAndReadAsPartitionFirstAndLast() {
    OffsetRange range = new OffsetRange(3, 100, 219);

    assertThat(range).hasToString("3-100-219");
    assertThat(OffsetRange.parse("3-100-219")).isEqualTo(range);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3-100", "3-100-219-7", "a-1-2", "-1-2-3", "3-100-219 "})
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> OffsetRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrderOfTheLogIsThatOfNumbers() {
    OffsetRange ninth = new OffsetRange(0, 9, 9);
    OffsetRange tenth = new OffsetRange(0, 10, 19);
    OffsetRange longer = new OffsetRange(0, 10, 29);

    assertThat(List.of(longer, tenth, ninth).stream().sorted(OffsetRange.LOG_ORDER))
        .containsExactly(ninth, tenth, longer);
  }
}
