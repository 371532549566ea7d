package io.vigil.storage.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.history.InMemoryFragments;
import io.vigil.storage.history.OffsetRange;
import io.vigil.storage.hot.InMemoryHotBlocks;
import io.vigil.storage.series.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefillTest {
  private static final Instant HOUR = Instant.parse("2026-11-21T08:00:00Z");
  private static final SeriesKey HEART_RATE = new SeriesKey("p-0001", Vital.HEART_RATE);
  private static final SeriesKey SPO2 = new SeriesKey("p-0001", Vital.SPO2);

  private final Registry registry = new Registry();
  private final InMemoryFragments history = new InMemoryFragments();
  private final InMemoryHotBlocks hot = new InMemoryHotBlocks();
  private final Refill refill = new Refill(registry, history, hot);

  @BeforeEach
  void admit() {
    Patient patient =
        new Patient("p-0001", "Ada Byron", "3 West", "12", Patient.Priority.NORMAL, HOUR);
    registry.apply(patient.key(), patient.toJson());
  }

  @Test
  void copiesTheHourOfEveryVitalOfWhoeverIsAdmitted() throws Exception {
    append(HEART_RATE, 0, 1_000, 3_599_999);
    append(SPO2, 0);

    assertThat(refill.copy(HOUR)).isEqualTo(4);
    assertThat(hot.of(HEART_RATE)).isEqualTo(readings(0, 1_000, 3_599_999));
    assertThat(hot.of(SPO2)).isEqualTo(readings(0));
  }

  @Test
  void leavesOtherHoursAlone() throws Exception {
    append(HEART_RATE, -1, 0, 3_600_000);

    refill.copy(HOUR);

    assertThat(hot.of(HEART_RATE)).isEqualTo(readings(0));
  }

  @Test
  void leavesWhoIsNotAdmittedAlone() throws Exception {
    SeriesKey discharged = new SeriesKey("p-0002", Vital.HEART_RATE);
    append(discharged, 0);

    assertThat(refill.copy(HOUR)).isZero();
    assertThat(hot.of(discharged).isEmpty()).isTrue();
  }

  @Test
  void twiceIsAsGoodAsOnce() throws Exception {
    append(HEART_RATE, 0, 1_000);

    refill.copy(HOUR);
    refill.copy(HOUR);

    assertThat(hot.of(HEART_RATE)).isEqualTo(readings(0, 1_000));
  }

  @Test
  void tellsThatTheHistoryIsAway() {
    Refill fromNothing = new Refill(registry, new AwayFragments(), hot);

    assertThatThrownBy(() -> fromNothing.copy(HOUR)).isInstanceOf(ExecutionException.class);
  }

  private void append(SeriesKey series, long... times) {
    history.append(
        new Fragment(
            series, LocalDate.parse("2026-11-21"), new OffsetRange(0, 0, 9), readings(times)));
  }

  /** Of these times, in milliseconds after the hour. */
  private static ReadingColumns readings(long... times) {
    long[] absolute = new long[times.length];
    int[] values = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      absolute[i] = HOUR.toEpochMilli() + times[i];
      values[i] = 7200;
    }
    return ReadingColumns.ofAscending(absolute, values);
  }

  /** A history that cannot be reached. */
  private static final class AwayFragments implements Fragments {
    @Override
    public CompletionStage<Void> append(Fragment fragment) {
      return CompletableFuture.failedStage(new IllegalStateException("away"));
    }

    @Override
    public CompletionStage<ReadingColumns> readings(
        SeriesKey series, LocalDate day, long fromMs, long toMs) {
      return CompletableFuture.failedStage(new IllegalStateException("away"));
    }
  }
}
