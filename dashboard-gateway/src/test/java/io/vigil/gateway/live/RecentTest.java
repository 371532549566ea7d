package io.vigil.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.Alerts;
import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.Offsets;
import io.vigil.gateway.tail.PatientReadings;
import io.vigil.schema.vital.Vital;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent recent = new Recent(3, 2);

  private static PatientReadings record(int partition, long offset, String patient) {
    LiveReading reading = new LiveReading(Vital.HEART_RATE, offset * 1_000, 7_200);
    return new PatientReadings(partition, offset, patient, offset * 1_000 + 50, List.of(reading));
  }

  private static AlertAt alert(int partition, long offset, Offsets after) {
    return new AlertAt(
        Alerts.raised("p-1", Instant.ofEpochMilli(offset)),
        partition,
        after.with(partition, offset + 1));
  }

  private static Batch batch(
      Offsets readingsAfter, Offsets alertsAfter, PatientReadings... records) {
    return new Batch(List.of(records), List.of(), List.of(), List.of(), readingsAfter, alertsAfter);
  }

  private static Cursor at(Offsets readings, Offsets alerts) {
    return new Cursor(0, readings, alerts);
  }

  private void begins() {
    recent.took(batch(Offsets.of(10, 20), Offsets.of(0, 0), record(0, 9, "p-1")));
  }

  @Test
  void reachesBackToWhereTheLogBeganToBeRead() {
    assertThat(recent.reachesBackTo(at(Offsets.of(9, 20), Offsets.of(0, 0)))).isFalse();
    begins();

    assertThat(recent.reachesBackTo(at(Offsets.of(9, 20), Offsets.of(0, 0)))).isTrue();
    assertThat(recent.reachesBackTo(at(Offsets.of(8, 20), Offsets.of(0, 0)))).isFalse();
    assertThat(recent.reachesBackTo(at(Offsets.of(9), Offsets.of(0, 0)))).isFalse();
  }

  @Test
  void hasThePatientsRecordsBehindAPlaceInTheirOrder() {
    begins();
    recent.add(record(0, 10, "p-1"));
    recent.add(record(1, 20, "p-2"));
    recent.add(record(0, 11, "p-1"));

    assertThat(recent.readingsBehind(Offsets.of(10, 0), "p-1"))
        .extracting(PatientReadings::offset)
        .containsExactly(10L, 11L);
    assertThat(recent.readingsBehind(Offsets.of(11, 0), "p-1"))
        .extracting(PatientReadings::offset)
        .containsExactly(11L);
    assertThat(recent.readingsBehind(Offsets.of(12, 0), "p-1")).isEmpty();
    assertThat(recent.readingsBehind(Offsets.of(0, 0), "p-3")).isEmpty();
  }

  @Test
  void letsGoOfTheOldestAndKnowsIt() {
    begins();
    for (int offset = 10; offset < 15; offset++) {
      recent.add(record(0, offset, "p-1"));
    }

    assertThat(recent.readingsBehind(Offsets.of(0, 0), "p-1"))
        .extracting(PatientReadings::offset)
        .containsExactly(12L, 13L, 14L);
    assertThat(recent.oldestMs(7)).isEqualTo(12_050);
    assertThat(recent.reachesBackTo(at(Offsets.of(11, 20), Offsets.of(0, 0)))).isFalse();
    assertThat(recent.reachesBackTo(at(Offsets.of(12, 20), Offsets.of(0, 0)))).isTrue();
  }

  @Test
  void hasTheNewestAlertsBehindAPlace() {
    begins();
    Offsets after = Offsets.of(0, 0);
    for (int offset = 0; offset < 3; offset++) {
      AlertAt at = alert(1, offset, after);
      after = at.alerts();
      recent.add(at);
    }

    assertThat(recent.alertsBehind(Offsets.of(0, 2)))
        .extracting(AlertAt::offset)
        .containsExactly(2L);
    assertThat(recent.alertsBehind(Offsets.of(0, 0))).hasSize(2);
    assertThat(recent.reachesBackTo(at(Offsets.of(9, 20), Offsets.of(0, 0)))).isFalse();
    assertThat(recent.reachesBackTo(at(Offsets.of(9, 20), Offsets.of(0, 1)))).isTrue();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(recent.oldestMs(7)).isEqualTo(7);
    assertThat(recent.alertsBehind(Offsets.of(0))).isEmpty();
  }
}
