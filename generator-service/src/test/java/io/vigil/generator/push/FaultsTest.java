package io.vigil.generator.push;

import static io.vigil.generator.push.ScriptedIngest.ACKNOWLEDGED;
import static io.vigil.generator.push.ScriptedIngest.NOT_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.scenario.ScenariosInTests;
import io.vigil.generator.store.Outcome;
import io.vigil.generator.store.Reading;
import io.vigil.generator.ward.Ward;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final ShiftInTests shift = ShiftInTests.with(Ward.of(1), 4, 3_600, 100);

  @Test
  void sendsCopiesAfterTheAcknowledgementWithoutEntryInTheLedger() {
    shift.happen("duplicate", Map.of("copies", 2L), 60);

    shift.goodSeconds(2);

    Reading first = shift.ingest.pushes().get(0).readings().get(0);
    assertThat(shift.ingest.pushes().get(1).readings()).containsExactly(first, first);
    assertThat(shift.seconds())
        .containsExactly(List.of(0L), List.of(0L, 0L), List.of(1L), List.of(1L, 1L));
    assertThat(shift.store.ledger()).hasSize(2);
    assertThat(shift.count("copies")).isEqualTo(4);
    assertThat(shift.imbalance()).isZero();
  }

  @Test
  void forgetsCopiesThatAreNotTaken() {
    shift.happen("duplicate", Map.of(), 60);
    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);

    shift.ingest.answer(NOT_NOW);
    shift.second();

    assertThat(shift.seconds()).containsExactly(List.of(0L), List.of(0L), List.of(1L));
    assertThat(shift.store.ledger().values()).containsExactly(Outcome.ACKNOWLEDGED);
  }

  @Test
  void sendsEachReadingSoMuchLater() {
    shift.happen("late", Map.of("by", 4L), 60);

    shift.goodSeconds(7);

    assertThat(shift.seconds()).containsExactly(List.of(0L), List.of(1L), List.of(2L));
    assertThat(shift.backlog()).isEqualTo(4);
    assertThat(shift.imbalance()).isZero();
  }

  @Test
  void holdsNothingBackOnceItIsOver() {
    shift.happen("late", Map.of("by", 60L), 3);
    shift.goodSeconds(3);
    assertThat(shift.ingest.pushes()).isEmpty();

    shift.goodSeconds(1);

    assertThat(shift.seconds()).containsExactly(List.of(0L, 1L, 2L, 3L));
  }

  @Test
  void turnsTheOrderOfEachWindowRound() {
    shift.happen("out_of_order", Map.of("window", 3L), 60);

    shift.goodSeconds(12);

    List<Long> order = shift.seconds().stream().flatMap(List::stream).toList();
    assertThat(order).hasSize(9).doesNotHaveDuplicates().isNotEqualTo(sorted(order));
    assertThat(shift.seconds()).allMatch(seconds -> seconds.size() == 1);
    for (int i = 0; i < order.size(); i++) {
      assertThat(order.get(i)).isBetween(i - 3L, i + 3L);
    }
  }

  @Test
  void isSilentForASecondLessThanTheGapWhenTheOrderTurns() {
    shift.goodSeconds(1);
    shift.happen("out_of_order", Map.of(), 60);

    int longest = 0;
    int silent = 0;
    for (int i = 0; i < 30; i++) {
      int before = shift.ingest.pushes().size();
      shift.goodSeconds(1);
      silent = shift.ingest.pushes().size() == before ? silent + 1 : 0;
      longest = Math.max(longest, silent);
    }

    assertThat(longest).isLessThan(4);
  }

  @Test
  void sendsEverythingAtOnceAfterASilence() {
    shift.happen("burst", Map.of(), 40);
    shift.goodSeconds(40);
    assertThat(shift.ingest.pushes()).isEmpty();

    shift.goodSeconds(1);

    assertThat(shift.seconds())
        .containsExactly(
            LongStream.rangeClosed(11, 40).boxed().toList(),
            LongStream.rangeClosed(0, 10).boxed().toList());
    assertThat(shift.imbalance()).isZero();
  }

  @Test
  void sendsWhatABurstHoldsWhenItIsEnded() {
    shift.happen("burst", Map.of(), 600);
    shift.goodSeconds(5);
    ScenariosInTests.endAll(shift.scenarios, shift.clock.instant());

    shift.goodSeconds(1);

    assertThat(shift.seconds()).containsExactly(LongStream.rangeClosed(0, 5).boxed().toList());
  }

  @Test
  void dropsTheOldestThatABurstHoldsWhenItHoldsTooMany() {
    ShiftInTests small = ShiftInTests.with(Ward.of(1), 1, 5, 100);
    small.happen("burst", Map.of(), 600);

    small.goodSeconds(8);

    assertThat(small.store.ledger().values()).hasSize(3).containsOnly(Outcome.DROPPED);
    assertThat(small.backlog()).isEqualTo(5);
    assertThat(small.imbalance()).isZero();
  }

  @Test
  void tellsTheTimeOfAClockThatIsWrong() {
    shift.goodSeconds(1);
    shift.happen("clock_skew", Map.of("by", -300L), 60);

    shift.goodSeconds(2);

    List<Long> times =
        shift.ingest.pushes().stream().flatMap(push -> push.times().stream()).toList();
    assertThat(times.get(1) - times.get(0)).isEqualTo(1_000 - 300_000 + 500);
    assertThat(times.get(2) - times.get(1)).isEqualTo(1_000);
  }

  private static List<Long> sorted(List<Long> values) {
    return values.stream().sorted().toList();
  }
}
