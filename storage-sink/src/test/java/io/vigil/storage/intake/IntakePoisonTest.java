package io.vigil.storage.intake;

import static io.vigil.storage.intake.IntakeRig.FLUSH_INTERVAL;
import static io.vigil.storage.intake.IntakeRig.P0;
import static io.vigil.storage.intake.IntakeRig.SERIES;
import static io.vigil.storage.record.Records.heartRates;
import static io.vigil.storage.record.Records.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntakePoisonTest {
  private final IntakeRig rig = new IntakeRig();

  @Test
  void aPoisonRecordIsParkedAtOnceAndThePartitionMovesOn() {
    rig.arrive(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF}));
    rig.arrive(heartRates(0, 1, "p-0001", "72"));

    rig.turns(1);

    assertThat(rig.rejected.parked).containsExactly("0@0 malformed");
    assertThat(rig.hot.of(SERIES).size()).isEqualTo(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);
    assertThat(rig.committed(P0)).isEqualTo(2);
    assertThat(
            rig.meters
                .counter("vigil.readings.rejected", "stage", "storage", "reason", "malformed")
                .count())
        .isEqualTo(1);
  }

  @Test
  void poisonAloneIsCommittedToo() {
    rig.arrive(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF}));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    assertThat(rig.committed(P0)).isEqualTo(1);
    assertThat(rig.fragments.all()).isEmpty();
  }

  @Test
  void nothingIsCommittedBeforePoisonIsParked() {
    rig.rejected.away = true;
    rig.arrive(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF}));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(3);
    assertThat(rig.committed(P0)).isZero();

    rig.rejected.away = false;
    rig.pass(Duration.ofSeconds(1));
    rig.turns(2);

    assertThat(rig.committed(P0)).isEqualTo(1);
    assertThat(rig.rejected.parked).containsExactly("0@0 malformed");
  }
}
