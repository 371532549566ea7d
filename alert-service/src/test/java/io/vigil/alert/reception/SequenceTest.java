package io.vigil.alert.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTest {
  private final Sequence sequence = new Sequence();

  private void next(long... numbers) {
    for (long number : numbers) {
      sequence.next("dev-1", number);
    }
  }

  @Test
  void knowsNothingOfADeviceThatDoesNotCount() {
    assertThat(sequence.missing()).isNull();
  }

  @Test
  void countsTheNumbersThatWerePassedOver() {
    next(17, 18, 21, 22);

    assertThat(sequence.missing()).isEqualTo(2);
  }

  @Test
  void missesNothingThatCameOutOfOrder() {
    next(17, 18, 20);
    sequence.came();

    assertThat(sequence.missing()).isZero();
  }

  @Test
  void understandsADeviceThatNumbersSeveralVitalsInTurn() {
    next(3, 6, 9, 15, 18);

    assertThat(sequence.missing()).isEqualTo(1);
  }

  @Test
  void startsAnewWithADeviceThatCountsFromTheBeginning() {
    next(1_000, 1_001, 1_005, 1, 2, 3);

    assertThat(sequence.missing()).isZero();
  }

  @Test
  void startsAnewWithAnotherDevice() {
    next(17, 18);
    sequence.next("dev-2", 90_000);
    sequence.next("dev-2", 90_002);
    sequence.next("dev-2", 90_003);

    assertThat(sequence.missing()).isEqualTo(1);
  }

  @Test
  void countsEachMinuteForItself() {
    next(1, 2, 5);
    sequence.startAnew();
    next(6, 8);

    assertThat(sequence.missing()).isEqualTo(1);
  }
}
