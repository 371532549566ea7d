package io.vigil.deploy.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigil.deploy.rehearsal.scenario.Push.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void pushesEachReadingAtItsTime() {
    Script script = Script.live("72x2 _ 140");

    assertThat(script.pushes())
        .containsExactly(
            new Push(0, List.of(new Sample(0, 72))),
            new Push(1, List.of(new Sample(1, 72))),
            new Push(3, List.of(new Sample(3, 140))));
    assertThat(script.lastSecond()).isEqualTo(3);
  }

  @Test
  void pushesTwoInTheWrongOrderTwice() {
    Push push = new Push(1, List.of(new Sample(1, 73), new Sample(0, 72)));

    assertThat(Script.disordered("72 73").pushes()).containsExactly(push, push);
  }

  @Test
  void refusesWhatIsNoSeries() {
    assertThatIllegalArgumentException().isThrownBy(() -> Script.live("72x2 fast"));
  }
}
