package io.vigil.generator.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.push.ScriptedIngest.Push;
import io.vigil.generator.replay.ReplaysInTests;
import io.vigil.generator.store.Reading;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecitalsTest {
  private static final String CSV = "a,0,60\na,1000,61.5\na,4000,62\na,60000,63\nb,2000,80\n";

  private final ShiftInTests shift = ShiftInTests.with(Ward.of(0), 4, 100, 100);
  private final long nowMs = shift.clock.instant().toEpochMilli();

  @Test
  void playsEachRowWhenItIsDueAndKeepsTheSpacing() {
    start();

    for (int i = 0; i < 5; i++) {
      shift.goodSeconds(1);
    }

    assertThat(pushed("a"))
        .extracting(reading -> reading.timeMs() - nowMs)
        .containsExactly(0L, 1_000L, 4_000L);
    assertThat(pushed("a")).extracting(Reading::hundredths).containsExactly(6_000, 6_150, 6_200);
    assertThat(pushed("b")).extracting(reading -> reading.timeMs() - nowMs).containsExactly(2_000L);
    assertThat(shift.desk.asked()).containsExactly("dev-a", "dev-b");
    assertThat(shift.imbalance()).isZero();
  }

  @Test
  void keepsWhatIsDueBeforeTheDeviceIsRegistered() {
    shift.desk.forget("dev-a");
    start();
    shift.goodSeconds(2);

    shift.desk.know("dev-a");
    shift.goodSeconds(1);

    assertThat(pushed("a")).hasSize(2);
  }

  @Test
  void sendsAgainWhatWasNotTakenAlthoughNothingMoreIsDue() {
    start();
    shift.second();
    shift.answerAllOnce(ScriptedIngest.NOT_NOW);

    shift.goodSeconds(3);

    assertThat(shift.store.ledger()).hasSize(4);
    assertThat(shift.backlog()).isZero();
  }

  @Test
  void playsNothingMoreOnceItIsStopped() {
    String id = start();
    shift.goodSeconds(1);

    assertThat(ReplaysInTests.stop(shift.replays, id, shift.clock.instant())).isTrue();
    shift.goodSeconds(5);

    assertThat(pushed("a")).hasSize(2);
    assertThat(pushed("b")).isEmpty();
  }

  @Test
  void inventsNothingForTheTimeOfAHalt() {
    start();
    shift.goodSeconds(1);

    shift.work(Duration.ofSeconds(40));
    shift.answerAll(ScriptedIngest.ACKNOWLEDGED);
    for (int i = 0; i < 20; i++) {
      shift.goodSeconds(1);
    }

    assertThat(pushed("a"))
        .extracting(reading -> reading.timeMs() - nowMs)
        .containsExactly(0L, 1_000L, 60_000L);
  }

  @Test
  void sendsRowsFromBeforeTheFirstOneAsABacklog() {
    ReplaysInTests.start(shift.replays, "a,60000,60\na,0,61\na,1000,62\n", shift.clock.instant());

    shift.goodSeconds(1);

    assertThat(pushed("a"))
        .extracting(reading -> reading.timeMs() - nowMs)
        .containsExactly(0L, -60_000L, -59_000L);
  }

  private String start() {
    return ReplaysInTests.start(shift.replays, CSV, shift.clock.instant());
  }

  private List<Reading> pushed(String patient) {
    return shift.ingest.pushes().stream()
        .map(Push::readings)
        .flatMap(List::stream)
        .filter(reading -> reading.patient().equals(patient))
        .distinct()
        .toList();
  }
}
