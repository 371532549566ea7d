package io.vigil.storage.intake;

import static io.vigil.storage.intake.IntakeRig.FLUSH_INTERVAL;
import static io.vigil.storage.intake.IntakeRig.P0;
import static io.vigil.storage.intake.IntakeRig.P1;
import static io.vigil.storage.record.Records.heartRates;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeHandOverTest {
  private final IntakeRig rig = new IntakeRig();

  @Test
  void aPartitionThatIsHandedOverIsFlushedAndCommittedFirst() {
    rig.arrive(heartRates(0, 0, "p-0001", "72"));
    rig.arrive(heartRates(1, 0, "p-0002", "72"));
    rig.turns(1);

    rig.intake.onPartitionsRevoked(List.of(P0));

    assertThat(rig.committed(P0)).isEqualTo(1);
    assertThat(rig.fragments.all()).hasSize(2);
    rig.turns(1);
    assertThat(rig.committed(P1)).isEqualTo(1);
    assertThat(rig.count("vigil.readings.handed.over")).isZero();
  }

  @Test
  void whatIsNotDurableInTimeIsLeftToTheNextOwner() {
    rig.fragments.hesitate();
    rig.arrive(heartRates(0, 0, "p-0001", "72"));
    rig.arrive(heartRates(1, 0, "p-0002", "72x2"));
    rig.turns(1);

    rig.intake.onPartitionsRevoked(List.of(P0));

    assertThat(rig.committed(P0)).isZero();
    assertThat(rig.count("vigil.readings.handed.over")).isEqualTo(1);
    rig.fragments.answerAll();
    rig.turns(1);
    assertThat(rig.committed(P0)).isZero();
    assertThat(rig.committed(P1)).isEqualTo(1);
    assertThat(rig.count("vigil.readings.forwarded")).isEqualTo(2);
  }

  @Test
  void ofALostPartitionNothingMoreIsCommitted() {
    rig.arrive(heartRates(0, 0, "p-0001", "72"));
    rig.turns(1);

    rig.intake.onPartitionsLost(List.of(P0));
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    assertThat(rig.committed(P0)).isZero();
    assertThat(rig.fragments.all()).isEmpty();
  }

  @Test
  void closingFlushesAndCommits() {
    rig.arrive(heartRates(0, 0, "p-0001", "72"));
    rig.turns(1);

    rig.intake.close();

    assertThat(rig.fragments.all()).hasSize(1);
    assertThat(rig.consumer.closed()).isTrue();
    assertThat(rig.count("vigil.readings.handed.over")).isZero();
  }
}
