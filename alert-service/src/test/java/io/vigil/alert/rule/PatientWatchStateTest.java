package io.vigil.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatientWatchStateTest {
  private static final byte[] STATE = new Replay().play("72x3 134x20").state();

  @Test
  void comesOutAsItWentIn() {
    assertThat(PatientWatch.fromBytes("p-0001", STATE).toBytes()).isEqualTo(STATE);
  }

  @Test
  void startsWithItsVersion() {
    assertThat(STATE[0]).isEqualTo((byte) 4);
  }

  @Test
  void refusesAnotherVersion() {
    byte[] other = STATE.clone();
    other[0] = 1;

    assertThatThrownBy(() -> PatientWatch.fromBytes("p-0001", other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state of another version than 4");
  }

  @Test
  void refusesWhatEndsEarlyWhereverItEnds() {
    for (int length = 0; length < STATE.length; length++) {
      byte[] cut = Arrays.copyOf(STATE, length);

      assertThatThrownBy(() -> PatientWatch.fromBytes("p-0001", cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void isSafeAgainstCountsThatAreTooLarge() {
    byte[] endless = new byte[64];
    Arrays.fill(endless, (byte) 0x7F);
    endless[0] = 4;

    assertThatThrownBy(() -> PatientWatch.fromBytes("p-0001", endless))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
