package io.vigil.generator.push;

import static io.vigil.generator.push.ScriptedIngest.ACKNOWLEDGED;
import static io.vigil.generator.push.ScriptedIngest.NOT_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.generator.MutableClock;
import io.vigil.generator.push.ScriptedIngest.Push;
import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.retry.Backoff;
import io.vigil.generator.scenario.Scenarios;
import io.vigil.generator.scenario.ScenariosInTests;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00.999Z");
  private static final long FIRST_SECOND_MS = START.toEpochMilli() + 1;
  private static final int BACKLOG = 5;
  private static final int BATCH = 3;

  private final MutableClock clock = new MutableClock(START);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PushCounters counters = new PushCounters(meters);
  private final ScriptedIngest ingest = new ScriptedIngest();
  private final Scenarios scenarios = new Scenarios();
  private final Desk desk = new Desk();

  @Test
  void pushesOneReadingOfEachPatientASecondSpreadOverTheSecond() {
    Shift shift = shift(4, 4);

    work(shift, Duration.ofMillis(500));
    assertThat(ingest.pushes()).extracting(Push::patient).containsExactly("p-0001", "p-0002");

    work(shift, Duration.ofMillis(500));
    assertThat(ingest.pushes())
        .extracting(Push::patient)
        .containsExactly("p-0001", "p-0002", "p-0003", "p-0004");
    assertThat(ingest.pushes())
        .extracting(push -> push.readings().get(0).timeMs() - FIRST_SECOND_MS)
        .containsExactly(0L, 250L, 500L, 750L);
  }

  @Test
  void measuresTheHeartAndCountsUp() {
    Shift shift = shift(1, 1);

    second(shift);
    ingest.answer(ACKNOWLEDGED);
    second(shift);

    HeartRate heart = HeartRate.of(1, "p-0001");
    long first = FIRST_SECOND_MS / 1_000;
    assertThat(ingest.pushes())
        .extracting(push -> push.readings().get(0))
        .containsExactly(
            new Reading(first - 1, first * 1_000, heart.hundredthsAt(first)),
            new Reading(first, (first + 1) * 1_000, heart.hundredthsAt(first + 1)));
  }

  @Test
  void sendsNothingBeforeTheDeviceHasAToken() {
    desk.registered.clear();
    Shift shift = shift(1, 1);

    second(shift);
    assertThat(ingest.pushes()).isEmpty();

    desk.registered.add("p-0001");
    second(shift);
    assertThat(ingest.pushes()).hasSize(1);
    assertThat(count("accepted")).isEqualTo(1);
  }

  @Test
  void keepsToOneRequestAPatientAndSendsWhatWaitedInOrder() {
    Shift shift = shift(1, 4);

    second(shift);
    second(shift);
    second(shift);
    assertThat(ingest.unanswered()).isEqualTo(1);

    ingest.answer(ACKNOWLEDGED);

    assertThat(ingest.pushes().get(1).times())
        .containsExactly(FIRST_SECOND_MS + 1_000, FIRST_SECOND_MS + 2_000);
  }

  @Test
  void sendsAgainInOrderWhatWasNotTaken() {
    Shift shift = shift(1, 1);
    second(shift);
    ingest.answer(NOT_NOW);
    second(shift);
    ingest.answer(NOT_NOW);

    work(shift, Duration.ofSeconds(2));

    assertThat(lastPush().times()).startsWith(FIRST_SECOND_MS, FIRST_SECOND_MS + 1_000).isSorted();
    assertThat(count("forwarded")).isZero();
  }

  @Test
  void takesABacklogApartIntoBatchesWithoutWaitingForTheNextSecond() {
    Shift shift = shift(1, 1);
    second(shift);
    ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(4))));
    for (int i = 0; i < 4; i++) {
      second(shift);
    }

    ingest.answer(ACKNOWLEDGED);
    ingest.answer(ACKNOWLEDGED);

    assertThat(ingest.pushes().subList(1, 3))
        .extracting(push -> push.readings().size())
        .containsExactly(BATCH, 5 - BATCH);
    assertThat(count("forwarded")).isEqualTo(5);
    assertThat(backlog()).isZero();
  }

  @Test
  void comesBackWhenIngestSaysSo() {
    Shift shift = shift(1, 1);
    second(shift);
    ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(3))));

    second(shift);
    second(shift);
    assertThat(ingest.pushes()).hasSize(1);

    second(shift);
    assertThat(ingest.pushes()).hasSize(2);
  }

  @Test
  void dropsTheOldestReadingsOfAFullBacklogAndCountsThem() {
    Shift shift = shift(1, 1);
    second(shift);
    ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(7))));

    for (int i = 0; i < 7; i++) {
      second(shift);
    }

    assertThat(lastPush().times().get(0)).isEqualTo(FIRST_SECOND_MS + 3_000);
    assertThat(refused("backlog_full")).isEqualTo(3);
    assertThat(backlog()).isEqualTo(BACKLOG);
  }

  @Test
  void balancesItsCounters() {
    Shift shift = shift(1, 1);
    second(shift);
    ingest.answer(new Answer.NotNow(Optional.of(Duration.ofSeconds(2))));
    second(shift);
    second(shift);
    ingest.answer(new Answer.Decided(List.of("time_too_old", "value_implausible")));
    second(shift);
    ingest.answer(new Answer.Unwanted("http_400"));
    second(shift);

    assertThat(count("accepted")).isEqualTo(5);
    assertThat(count("sent")).isEqualTo(6);
    assertThat(count("forwarded")).isEqualTo(1);
    assertThat(refused("time_too_old")).isEqualTo(1);
    assertThat(refused("value_implausible")).isEqualTo(1);
    assertThat(refused("http_400")).isEqualTo(1);
    assertThat(backlog()).isEqualTo(1);
  }

  @Test
  void asksForAnotherTokenOnlyWhenItStaysRefused() {
    Shift shift = shift(1, 1);

    for (int i = 0; i < 3; i++) {
      second(shift);
      ingest.answer(new Answer.TokenRefused());
    }
    assertThat(desk.renewed).isEmpty();

    for (int i = 0; i < 3; i++) {
      second(shift);
      ingest.answer(new Answer.TokenRefused());
    }
    assertThat(desk.renewed).containsExactly("p-0001");
  }

  @Test
  void boundsTheRequestsUnderWay() {
    Shift shift = shift(4, 2);

    second(shift);
    assertThat(ingest.unanswered()).isEqualTo(2);

    ingest.answer(ACKNOWLEDGED);
    assertThat(ingest.pushes())
        .extracting(Push::patient)
        .containsExactly("p-0001", "p-0002", "p-0003");
  }

  @Test
  void neitherMeasuresNorPushesDuringASignalLossNorLater() {
    Shift shift = shift(1, 1);
    second(shift);
    ingest.answer(ACKNOWLEDGED);
    ScenariosInTests.silence(scenarios, "p-0001", clock.instant(), Duration.ofSeconds(3));

    for (int i = 0; i < 4; i++) {
      second(shift);
    }

    assertThat(ingest.pushes())
        .extracting(Push::times)
        .containsExactly(List.of(FIRST_SECOND_MS), List.of(FIRST_SECOND_MS + 4_000));
  }

  @Test
  void pushesNoBacklogDuringASignalLoss() {
    Shift shift = shift(1, 1);
    second(shift);
    second(shift);
    ScenariosInTests.silence(scenarios, "p-0001", clock.instant(), Duration.ofSeconds(3));

    ingest.answer(ACKNOWLEDGED);

    assertThat(ingest.pushes()).hasSize(1);
  }

  @Test
  void tellsOfARacingHeart() {
    Shift shift = shift(1, 1);
    ScenariosInTests.race(scenarios, "p-0001", clock.instant(), Duration.ofSeconds(30));

    for (int i = 0; i < 10; i++) {
      second(shift);
      ingest.answer(ACKNOWLEDGED);
    }

    assertThat(lastPush().readings().get(0).hundredths()).isGreaterThan(12_000);
  }

  private Shift shift(int patients, int requestsAtOnce) {
    Sender sender = new Sender(ingest, counters, clock, Runnable::run, requestsAtOnce, BATCH);
    List<Station> stations = new ArrayList<>();
    for (Bed bed : Ward.of(patients).beds()) {
      Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(1), () -> 0);
      BedsideDevice device =
          new BedsideDevice(START.getEpochSecond(), BACKLOG, Duration.ofSeconds(3), backoff);
      stations.add(new Station(bed, HeartRate.of(1, bed.patient()), device, desk, scenarios));
    }
    return new Shift(stations, START, counters, sender);
  }

  private void second(Shift shift) {
    work(shift, Duration.ofSeconds(1));
  }

  private void work(Shift shift, Duration time) {
    clock.advance(time);
    shift.workUntil(clock.instant());
  }

  private Push lastPush() {
    return ingest.pushes().get(ingest.pushes().size() - 1);
  }

  private double count(String what) {
    return meters.get("vigil.readings." + what).tag("stage", "generator").counter().count();
  }

  private double refused(String reason) {
    return meters.get("vigil.readings.rejected").tag("reason", reason).counter().count();
  }

  private double backlog() {
    return meters.get("vigil.readings.backlog").gauge().value();
  }

  /** Registers whom the test wants registered. */
  private static final class Desk implements DeviceAccess {
    private final Set<String> registered =
        new HashSet<>(Set.of("p-0001", "p-0002", "p-0003", "p-0004"));
    private final List<String> renewed = new ArrayList<>();

    @Override
    public Optional<String> tokenOf(Bed bed) {
      return registered.contains(bed.patient()) ? Optional.of("vgd_x") : Optional.empty();
    }

    @Override
    public void renew(Bed bed) {
      renewed.add(bed.patient());
    }
  }
}
