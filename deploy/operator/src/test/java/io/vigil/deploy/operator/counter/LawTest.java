package io.vigil.deploy.operator.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.operator.counter.Law.Relation;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawTest {
  private static final String COUNTED =
      """
      # HELP vigil_readings_accepted_total
      # TYPE vigil_readings_accepted_total counter
      vigil_readings_accepted_total{stage="storage"} 12.0
      vigil_readings_forwarded_total{stage="storage"} 9.0
      vigil_readings_rejected_total{reason="malformed",stage="storage"} 1.0
      vigil_readings_rejected_total{reason="wrong_key",stage="storage"} 2.0
      vigil_storage_held{stage="storage"} 3.0
      jvm_memory_used_bytes 4.5E8
      """;

  private final ServiceCounters counters = ServiceCounters.parse("storage-sink", COUNTED);

  @Test
  void sumsOverTags() {
    assertThat(counters.of("readings_rejected")).isEqualTo(3);
    assertThat(counters.of("readings_accepted")).isEqualTo(12);
    assertThat(counters.of("nothing")).isZero();
  }

  @Test
  void theSinksLawIsKept() {
    Law sink = Law.ALL.get(2);

    assertThat(sink.breachBy(counters)).isEmpty();
    assertThat(sink.told(counters))
        .isEqualTo(
            "readings_accepted = 12,"
                + " readings_forwarded + readings_handed_over + storage_held = 12");
  }

  @Test
  void tellsABreach() {
    Law law =
        new Law("x", List.of("readings_accepted"), Relation.EQUALS, List.of("readings_forwarded"));

    assertThat(law.breachBy(counters))
        .hasValue("readings_accepted = readings_forwarded, but 12 and 9");
  }

  @Test
  void atMostIsNotExceeded() {
    Law kept =
        new Law("x", List.of("readings_forwarded"), Relation.AT_MOST, List.of("readings_accepted"));
    Law broken =
        new Law("x", List.of("readings_accepted"), Relation.AT_MOST, List.of("readings_forwarded"));

    assertThat(kept.breachBy(counters)).isEmpty();
    assertThat(broken.breachBy(counters)).isPresent();
  }
}
