package io.vigil.ingest.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.ingest.log.InFlight.Ticket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final long T = 1_795_248_000_000L;

  private final SettableClock clock = new SettableClock(T);
  private final InFlight inFlight = new InFlight(clock, 3);

  @Test
  void tellsNowWhileNothingIsInFlight() {
    assertThat(inFlight.watermarkMs()).isEqualTo(T);

    clock.set(T + 250);

    assertThat(inFlight.watermarkMs()).isEqualTo(T + 250);
  }

  @Test
  void stampsARequestWithTheTimeAtWhichItWasTaken() {
    assertThat(enter().ingestTimeMs()).isEqualTo(T);
  }

  @Test
  void staysBeforeTheOldestInFlight() {
    Ticket first = enter();
    clock.set(T + 10);
    Ticket second = enter();
    clock.set(T + 250);

    assertThat(inFlight.watermarkMs()).isEqualTo(T - 1);
    second.leave();
    assertThat(inFlight.watermarkMs()).isEqualTo(T - 1);
    first.leave();
    assertThat(inFlight.watermarkMs()).isEqualTo(T + 250);
  }

  @Test
  void goesOnToTheNextOldest() {
    Ticket first = enter();
    clock.set(T + 10);
    enter();
    clock.set(T + 250);

    first.leave();

    assertThat(inFlight.watermarkMs()).isEqualTo(T + 9);
  }

  @Test
  void takesNoMoreThanTheMost() {
    Ticket first = enter();
    enter();
    enter();

    assertThat(inFlight.enter()).isNull();
    assertThat(inFlight.size()).isEqualTo(3);
    first.leave();
    assertThat(inFlight.enter()).isNotNull();
  }

  @Test
  void letsARequestLeaveOnce() {
    Ticket ticket = enter();
    ticket.leave();

    assertThatThrownBy(ticket::leave).isInstanceOf(IllegalStateException.class);
    assertThat(inFlight.size()).isZero();
  }

  @Test
  void standsStillWhileTheClockIsSetBackALittle() {
    inFlight.watermarkMs();
    clock.set(T - 900);

    assertThat(enter().ingestTimeMs()).isEqualTo(T);
    assertThat(inFlight.watermarkMs()).isEqualTo(T - 1);
  }

  @Test
  void followsAClockThatIsSetBackFar() {
    Ticket before = enter();
    clock.set(T - 86_400_000);

    Ticket after = enter();

    assertThat(after.ingestTimeMs()).isEqualTo(T - 86_400_000);
    assertThat(inFlight.watermarkMs()).isEqualTo(T - 86_400_001);
    after.leave();
    assertThat(inFlight.watermarkMs()).isEqualTo(T - 86_400_000);
    before.leave();
  }

  /** The promise itself, whoever comes and goes meanwhile. */
  @Test
  void neverTellsAWatermarkThatARequestIsBehind() throws Exception {
    InFlight shared = new InFlight(InstantSource.system(), 1_000);
    Map<Integer, Long> present = new ConcurrentHashMap<>();
    AtomicLong told = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Boolean>> crowds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int first = i * 20_000;
      crowds.add(threads.submit(() -> comeAndGo(shared, present, told, first)));
    }

    boolean kept = true;
    while (crowds.stream().anyMatch(crowd -> !crowd.isDone())) {
      Map<Integer, Long> inFlightAllTheWhile = new HashMap<>(present);
      long watermark = shared.watermarkMs();
      told.set(watermark);
      inFlightAllTheWhile.keySet().retainAll(present.keySet());
      kept &= inFlightAllTheWhile.values().stream().allMatch(stamp -> stamp > watermark);
    }

    assertThat(kept).isTrue();
    for (Future<Boolean> crowd : crowds) {
      assertThat(crowd.get()).isTrue();
    }
    threads.shutdown();
    assertThat(shared.size()).isZero();
  }

  /** Whether nobody was stamped with a time before a watermark that had been told. */
  private static boolean comeAndGo(
      InFlight shared, Map<Integer, Long> present, AtomicLong told, int first) {
    boolean kept = true;
    for (int id = first; id < first + 20_000; id++) {
      long before = told.get();
      Ticket ticket = requireNonNull(shared.enter());
      kept &= ticket.ingestTimeMs() >= before;
      present.put(id, ticket.ingestTimeMs());
      for (int spin = ThreadLocalRandom.current().nextInt(100); spin > 0; spin--) {
        Thread.onSpinWait();
      }
      present.remove(id);
      ticket.leave();
    }
    return kept;
  }

  private Ticket enter() {
    return requireNonNull(inFlight.enter());
  }
}
