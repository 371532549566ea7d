package io.vigil.schema.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.vital.Vital;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HotWindowTest {
  @Test
  void blocksBeginAtWholeHours() {
    long start = HotWindow.blockStart(Instant.parse("2026-11-21T08:59:59.999Z").toEpochMilli());

    assertThat(Instant.ofEpochMilli(start)).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(HotWindow.blockStart(start)).isEqualTo(start);
  }

  @Test
  void blocksBeforeTheEpochBeginAtWholeHoursToo() {
    assertThat(HotWindow.blockStart(-1)).isEqualTo(-3_600_000);
  }

  @Test
  void theKeyCountsHoursSinceTheEpoch() {
    long start = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();

    assertThat(HotWindow.key("p-0001", Vital.HEART_RATE, start))
        .isEqualTo("p-0001/heart_rate/498680");
  }
}
