package io.vigil.generator.push;

import static io.vigil.generator.push.ScriptedIngest.ACKNOWLEDGED;
import static io.vigil.generator.push.ScriptedIngest.NOT_NOW;
import static io.vigil.generator.push.ShiftInTests.FIRST_SECOND_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.push.ScriptedIngest.Push;
import io.vigil.generator.scenario.ScenariosInTests;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.store.Outcome;
import io.vigil.generator.store.Reading;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private static final int BACKLOG = 5;
  private static final int BATCH = 3;

  @Test
  void pushesOneReadingOfEachPatientASecondSpreadOverTheSecond() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(4), 4, BACKLOG, BATCH);

    shift.work(Duration.ofMillis(500));
    assertThat(shift.ingest.pushes()).extracting(Push::patient).containsExactly("p-0001", "p-0002");

    shift.work(Duration.ofMillis(500));
    assertThat(shift.ingest.pushes())
        .extracting(Push::patient)
        .containsExactly("p-0001", "p-0002", "p-0003", "p-0004");
    assertThat(shift.ingest.pushes())
        .extracting(push -> push.readings().get(0).timeMs() - FIRST_SECOND_MS)
        .containsExactly(0L, 250L, 500L, 750L);
  }

  @Test
  void measuresTheHeartAndCountsUp() {
    ShiftInTests shift = ShiftInTests.of(1);

    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);
    shift.second();

    HeartRate heart = HeartRate.of(1, "p-0001");
    long first = FIRST_SECOND_MS / 1_000;
    assertThat(shift.ingest.pushes())
        .extracting(push -> push.readings().get(0))
        .containsExactly(
            new Reading("p-0001", first - 1, first * 1_000, heart.hundredthsAt(first)),
            new Reading("p-0001", first, (first + 1) * 1_000, heart.hundredthsAt(first + 1)));
  }

  @Test
  void sendsNothingBeforeTheDeviceHasAToken() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.desk.forget("dev-p-0001");

    shift.second();
    assertThat(shift.ingest.pushes()).isEmpty();

    shift.desk.know("dev-p-0001");
    shift.second();
    assertThat(shift.ingest.pushes()).hasSize(1);
    assertThat(shift.count("accepted")).isEqualTo(1);
  }

  @Test
  void keepsToOneRequestAPatientAndSendsWhatWaitedInOrder() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 4, BACKLOG, BATCH);

    shift.second();
    shift.second();
    shift.second();
    assertThat(shift.ingest.unanswered()).isEqualTo(1);

    shift.ingest.answer(ACKNOWLEDGED);

    assertThat(shift.ingest.pushes().get(1).times())
        .containsExactly(FIRST_SECOND_MS + 1_000, FIRST_SECOND_MS + 2_000);
  }

  @Test
  void sendsAgainInOrderWhatWasNotTaken() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.ingest.answer(NOT_NOW);
    shift.second();
    shift.ingest.answer(NOT_NOW);

    shift.work(Duration.ofSeconds(2));

    assertThat(shift.lastPush().times())
        .startsWith(FIRST_SECOND_MS, FIRST_SECOND_MS + 1_000)
        .isSorted();
    assertThat(shift.count("forwarded")).isZero();
  }

  @Test
  void takesABacklogApartIntoBatchesWithoutWaitingForTheNextSecond() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(4))));
    for (int i = 0; i < 4; i++) {
      shift.second();
    }

    shift.ingest.answer(ACKNOWLEDGED);
    shift.ingest.answer(ACKNOWLEDGED);

    assertThat(shift.ingest.pushes().subList(1, 3))
        .extracting(push -> push.readings().size())
        .containsExactly(BATCH, 5 - BATCH);
    assertThat(shift.count("forwarded")).isEqualTo(5);
    assertThat(shift.backlog()).isZero();
  }

  @Test
  void comesBackWhenIngestSaysSo() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(3))));

    shift.second();
    shift.second();
    assertThat(shift.ingest.pushes()).hasSize(1);

    shift.second();
    assertThat(shift.ingest.pushes()).hasSize(2);
  }

  @Test
  void dropsTheOldestReadingsOfAFullBacklogAndCountsThem() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(7))));

    for (int i = 0; i < 7; i++) {
      shift.second();
    }

    assertThat(shift.lastPush().times().get(0)).isEqualTo(FIRST_SECOND_MS + 3_000);
    assertThat(shift.refused("backlog_full")).isEqualTo(3);
    assertThat(shift.backlog()).isEqualTo(BACKLOG);
    assertThat(shift.store.ledger().values()).containsOnly(Outcome.DROPPED).hasSize(3);
  }

  @Test
  void balancesItsCounters() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(2))));
    shift.second();
    shift.second();
    shift.ingest.answer(new Answer.Decided(Map.of(0, "time_too_old", 1, "value_implausible")));
    shift.second();
    shift.ingest.answer(new Answer.Unwanted("http_400"));
    shift.second();

    assertThat(shift.count("accepted")).isEqualTo(5);
    assertThat(shift.count("sent")).isEqualTo(6);
    assertThat(shift.count("forwarded")).isEqualTo(1);
    assertThat(shift.refused("time_too_old")).isEqualTo(1);
    assertThat(shift.refused("value_implausible")).isEqualTo(1);
    assertThat(shift.refused("http_400")).isEqualTo(1);
    assertThat(shift.backlog()).isEqualTo(1);
    assertThat(shift.imbalance()).isZero();
    assertThat(shift.store.ledger().values())
        .extracting(Outcome::code)
        .containsExactly(
            "refused:time_too_old",
            "refused:value_implausible",
            "acknowledged",
            "refused:http_400");
  }

  @Test
  void asksForAnotherTokenOnlyWhenItStaysRefused() {
    ShiftInTests shift = ShiftInTests.of(1);

    for (int i = 0; i < 3; i++) {
      shift.second();
      shift.ingest.answer(new Answer.TokenRefused());
    }
    assertThat(shift.desk.renewed()).isEmpty();

    for (int i = 0; i < 3; i++) {
      shift.second();
      shift.ingest.answer(new Answer.TokenRefused());
    }
    assertThat(shift.desk.renewed()).containsExactly("dev-p-0001");
  }

  @Test
  void boundsTheRequestsUnderWay() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(4), 2, BACKLOG, BATCH);

    shift.second();
    assertThat(shift.ingest.unanswered()).isEqualTo(2);

    shift.ingest.answer(ACKNOWLEDGED);
    assertThat(shift.ingest.pushes())
        .extracting(Push::patient)
        .containsExactly("p-0001", "p-0002", "p-0003");
  }

  @Test
  void neitherMeasuresNorPushesDuringASignalLossNorLater() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.ingest.answer(ACKNOWLEDGED);
    ScenariosInTests.silence(
        shift.scenarios, "p-0001", shift.clock.instant(), Duration.ofSeconds(3));

    for (int i = 0; i < 4; i++) {
      shift.second();
    }

    assertThat(shift.ingest.pushes())
        .extracting(Push::times)
        .containsExactly(List.of(FIRST_SECOND_MS), List.of(FIRST_SECOND_MS + 4_000));
  }

  @Test
  void pushesNoBacklogDuringASignalLoss() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();
    shift.second();
    ScenariosInTests.silence(
        shift.scenarios, "p-0001", shift.clock.instant(), Duration.ofSeconds(3));

    shift.ingest.answer(ACKNOWLEDGED);

    assertThat(shift.ingest.pushes()).hasSize(1);
  }

  @Test
  void tellsOfARacingHeart() {
    ShiftInTests shift = ShiftInTests.of(1);
    ScenariosInTests.race(shift.scenarios, "p-0001", shift.clock.instant(), Duration.ofSeconds(30));

    for (int i = 0; i < 10; i++) {
      shift.second();
      shift.ingest.answer(ACKNOWLEDGED);
    }

    assertThat(shift.lastPush().readings().get(0).hundredths()).isGreaterThan(12_000);
  }

  @Test
  void keepsEachReadingSafeBeforeItIsSent() {
    ShiftInTests shift = ShiftInTests.of(1);

    shift.second();

    assertThat(shift.lastPush().readings()).allMatch(shift.store::isSafe);
  }

  @Test
  void asksForLessAtOnceWhenARequestWasTooLarge() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 1, 100, 8);
    shift.second();
    for (int i = 0; i < 8; i++) {
      shift.second();
    }
    shift.ingest.answer(ACKNOWLEDGED);

    shift.ingest.answer(new Answer.TooLarge());
    shift.answerAll(ACKNOWLEDGED);

    assertThat(shift.seconds())
        .containsExactly(
            List.of(0L),
            List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L),
            List.of(1L, 2L, 3L, 4L),
            List.of(5L, 6L, 7L, 8L));
    assertThat(shift.count("forwarded")).isEqualTo(9);
  }

  @Test
  void sendsAgainWhatWasTooMuchForOneRequest() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(1), 1, 100, 3);
    shift.second();
    for (int i = 0; i < 3; i++) {
      shift.second();
    }
    shift.ingest.answer(ACKNOWLEDGED);

    shift.ingest.answer(new Answer.Decided(Map.of(1, "too_many_readings", 2, "too_many_readings")));
    shift.answerAll(ACKNOWLEDGED);

    assertThat(shift.seconds())
        .containsExactly(List.of(0L), List.of(1L, 2L, 3L), List.of(2L), List.of(3L));
    assertThat(shift.store.ledger().values()).containsOnly(Outcome.ACKNOWLEDGED).hasSize(4);
  }

  @Test
  void givesUpAReadingThatIsTooLargeByItself() {
    ShiftInTests shift = ShiftInTests.of(1);
    shift.second();

    shift.ingest.answer(new Answer.TooLarge());

    assertThat(shift.refused("http_413")).isEqualTo(1);
  }

  @Test
  void aWardGatewayPushesForAllItsPatientsInOneRequest() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(6, 3), 4, BACKLOG, BATCH);

    shift.second();

    assertThat(shift.ingest.pushes())
        .extracting(push -> push.readings().stream().map(Reading::patient).toList())
        .containsExactly(
            List.of("p-0001", "p-0002", "p-0003"), List.of("p-0004", "p-0005", "p-0006"));
    assertThat(shift.ingest.pushes().get(0).readings())
        .extracting(Reading::seq)
        .containsExactly(
            3 * ShiftInTests.START.getEpochSecond(),
            3 * ShiftInTests.START.getEpochSecond() + 1,
            3 * ShiftInTests.START.getEpochSecond() + 2);
    assertThat(shift.lastPush().token()).isEqualTo("vgd_ward-of-3-0002");
  }

  @Test
  void aSignalLossOfOnePatientLeavesTheGatewayToTheOthers() {
    ShiftInTests shift = ShiftInTests.with(Ward.of(2, 2), 4, BACKLOG, BATCH);
    ScenariosInTests.silence(
        shift.scenarios, "p-0001", shift.clock.instant(), Duration.ofSeconds(3));

    shift.second();

    assertThat(shift.lastPush().readings()).extracting(Reading::patient).containsExactly("p-0002");
  }
}
