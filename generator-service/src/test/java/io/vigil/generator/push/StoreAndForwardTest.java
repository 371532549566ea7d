package io.vigil.generator.push;

import static io.vigil.generator.push.ScriptedIngest.ACKNOWLEDGED;
import static io.vigil.generator.push.ScriptedIngest.NOT_NOW;
import static io.vigil.generator.push.ShiftInTests.FIRST_SECOND_MS;
import static io.vigil.generator.push.ShiftInTests.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.store.Outcome;
import io.vigil.generator.store.Reading;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StoreAndForwardTest {
  private static final Answer WAIT_A_MINUTE =
      new Answer.NotNow(Optional.of(Duration.ofSeconds(60)));

  @Test
  void sendsWhatAShortOutageLeftTogetherAndInOrder() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 4, 3_600, 100);
    outage(shift, 20);

    shift.second();

    assertThat(shift.lastPush().times()).hasSize(22).isSorted().endsWith(ms(21));
  }

  @Test
  void sendsThePresentBeforeTheBacklog() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 1, 3_600, 100);
    outage(shift, 200);
    int before = shift.ingest.pushes().size();

    shift.second();
    shift.answerAll(ACKNOWLEDGED);

    List<List<Long>> requests = shift.seconds().subList(before, shift.seconds().size());
    assertThat(requests).containsExactly(seconds(172, 201), seconds(0, 99), seconds(100, 171));
    assertThat(shift.backlog()).isZero();
  }

  @Test
  void goesOnWithThePresentWhileTheBacklogHasToWait() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 2, 3_600, 100);
    outage(shift, 200);
    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);
    shift.ingest.answer(WAIT_A_MINUTE);
    int before = shift.ingest.pushes().size();

    shift.goodSeconds(3);

    assertThat(shift.seconds().subList(before, shift.seconds().size()))
        .containsExactly(List.of(202L), List.of(203L), List.of(204L));
    assertThat(shift.backlog()).isEqualTo(172);
  }

  @Test
  void goesOnWithThePresentWhileARequestOfTheBacklogIsUnderWay() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 2, 3_600, 100);
    outage(shift, 200);
    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);
    assertThat(shift.ingest.unanswered()).isEqualTo(1);

    shift.second();

    assertThat(shift.lastPush().times()).containsExactly(ms(202));
  }

  @Test
  void sendsTheBacklogWhenIngestHasSaidSo() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 2, 3_600, 100);
    outage(shift, 200);
    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);
    shift.ingest.answer(WAIT_A_MINUTE);

    shift.goodSeconds(59);
    assertThat(shift.backlog()).isEqualTo(172);

    shift.goodSeconds(2);
    assertThat(shift.backlog()).isZero();
    assertThat(shift.imbalance()).isZero();
  }

  @Test
  void leavesHalfOfTheRequestsToThePresent() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(4), 2, 3_600, 100);
    outage(shift, 60);
    shift.second();

    while (shift.ingest.unanswered() > 0) {
      assertThat(shift.ingest.underWay())
          .filteredOn(push -> push.times().get(0) < ms(30))
          .hasSizeLessThanOrEqualTo(1);
      shift.ingest.answer(ACKNOWLEDGED);
    }

    assertThat(shift.backlog()).isZero();
  }

  @Test
  void sendsAgainAfterARestartWithTheSameTimeValueAndSeq() {
    List<Reading> left =
        List.of(
            new Reading("p-0001", 17, FIRST_SECOND_MS - 9_000, 7_200),
            new Reading("p-0001", 18, FIRST_SECOND_MS - 8_000, 7_300));
    ShiftInTests shift = new ShiftInTests(Ward.of(1), 1, 100, 100, left);

    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);

    assertThat(shift.lastPush().readings()).hasSize(3).startsWith(left.get(0), left.get(1));
    assertThat(shift.count("recovered")).isEqualTo(2);
    assertThat(shift.count("accepted")).isEqualTo(3);
    assertThat(shift.imbalance()).isZero();
  }

  @Test
  void numbersNewReadingsAboveThoseThatItFinds() {
    long high = START.getEpochSecond() + 1_000;
    ShiftInTests shift =
        new ShiftInTests(
            Ward.of(1), 1, 100, 100, List.of(new Reading("p-0001", high, FIRST_SECOND_MS, 7_200)));

    shift.second();

    assertThat(shift.lastPush().readings())
        .extracting(Reading::seq)
        .containsExactly(high, high + 1);
  }

  @Test
  void sendsWhatAPatientLeftWhoIsNotWatchedAnyMore() {
    Reading left = new Reading("bidmc-01", 5, FIRST_SECOND_MS, 7_200);
    ShiftInTests shift = new ShiftInTests(Ward.of(1), 2, 100, 100, List.of(left));

    shift.second();
    shift.answerAll(NOT_NOW);
    shift.goodSeconds(1);

    assertThat(shift.ingest.pushes())
        .filteredOn(push -> push.token().equals("vgd_dev-bidmc-01"))
        .extracting(ScriptedIngest.Push::readings)
        .containsExactly(List.of(left), List.of(left));
    assertThat(shift.store.ledger()).containsEntry(left, Outcome.ACKNOWLEDGED);
  }

  @Test
  void dropsTheOldestOfWhatItFindsWhenItMayKeepLessNow() {
    List<Reading> left =
        LongStream.range(0, 8)
            .mapToObj(i -> new Reading("p-0001", i, FIRST_SECOND_MS - 9_000 + i * 1_000, 7_200))
            .toList();

    ShiftInTests shift = new ShiftInTests(Ward.of(1), 1, 5, 3, left);

    assertThat(shift.store.ledger().keySet()).extracting(Reading::seq).containsExactly(0L, 1L, 2L);
    assertThat(shift.imbalance()).isZero();
  }

  /** So many seconds without an answer, after a first one in which nothing is answered either. */
  private static void outage(ShiftInTests shift, int seconds) {
    shift.second();
    for (int i = 0; i < seconds; i++) {
      shift.answerAllOnce(NOT_NOW);
      shift.second();
    }
    shift.answerAllOnce(NOT_NOW);
  }

  private static List<Long> seconds(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static long ms(long second) {
    return FIRST_SECOND_MS + second * 1_000;
  }
}
