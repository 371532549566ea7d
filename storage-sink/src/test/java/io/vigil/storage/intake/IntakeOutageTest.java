package io.vigil.storage.intake;

import static io.vigil.storage.intake.IntakeRig.FLUSH_INTERVAL;
import static io.vigil.storage.intake.IntakeRig.OTHER;
import static io.vigil.storage.intake.IntakeRig.P0;
import static io.vigil.storage.intake.IntakeRig.P1;
import static io.vigil.storage.record.Records.heartRates;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntakeOutageTest {
  private final IntakeRig rig = new IntakeRig();

  @Test
  void aHistoryThatIsAwayIsTriedAgainUntilItIsBack() {
    rig.fragments.goAway();
    rig.arrive(heartRates(0, 0, "p-0001", "72x3"));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(3);
    int asked = rig.fragments.asked();
    rig.turns(3);
    assertThat(rig.fragments.asked()).isEqualTo(asked);
    assertThat(rig.committed(P0)).isZero();

    rig.fragments.comeBack();
    rig.pass(Duration.ofSeconds(1));
    rig.turns(2);

    assertThat(rig.committed(P0)).isEqualTo(1);
    assertThat(rig.fragments.all()).hasSize(1);
  }

  @Test
  void takesNoMoreThanItMayHoldWhileTheHistoryIsAway() {
    rig.fragments.goAway();
    rig.arrive(heartRates(0, 0, "p-0001", "72x100"));
    rig.turns(1);

    assertThat(rig.consumer.paused()).containsExactlyInAnyOrder(P0, P1);
    rig.arrive(heartRates(1, 0, "p-0002", "72"));
    rig.turns(1);
    assertThat(rig.hot.of(OTHER).isEmpty()).isTrue();

    rig.fragments.comeBack();
    rig.pass(Duration.ofSeconds(1));
    rig.turns(3);
    assertThat(rig.consumer.paused()).isEmpty();
    assertThat(rig.hot.of(OTHER).size()).isEqualTo(1);
    assertThat(rig.committed(P0)).isEqualTo(1);
  }
}
