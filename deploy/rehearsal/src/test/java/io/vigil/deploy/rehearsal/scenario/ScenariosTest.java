package io.vigil.deploy.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what is expected of each scenario to the contract's table of rules, by counting anew. */
class ScenariosTest {
  static List<Scenario> all() {
    return Scenarios.all();
  }

  @Test
  void eachHasANameOfItsOwn() {
    assertThat(Scenarios.all()).extracting(Scenario::name).doesNotHaveDuplicates().hasSize(10);
    assertThat(Scenarios.named("storm")).map(scenario -> scenario.beds().size()).contains(500);
    assertThat(Scenarios.named("none")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void expectsThresholdsThatWereHeldForTheirTimeAndNoOthers(Scenario scenario) {
    for (Bed bed : scenario.beds()) {
      if (bed.script().skewSeconds() == 0) {
        assertThat(held(bed, true)).isEqualTo(expected(bed, "high"));
        assertThat(held(bed, false)).isEqualTo(expected(bed, "low"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void expectsAGapWhereNothingIsPushedForMoreThanFiveSeconds(Scenario scenario) {
    for (Bed bed : scenario.beds()) {
      List<Integer> seconds = bed.script().pushes().stream().map(Push::atSecond).toList();
      boolean isSilent =
          IntStream.range(1, seconds.size()).anyMatch(i -> seconds.get(i) - seconds.get(i - 1) > 5);

      assertThat(bed.expected().stream().anyMatch(one -> one.rule().equals("gap")))
          .isEqualTo(isSilent);
    }
  }

  /** Or the silence of one who has nothing more to push would be a gap of its own. */
  @ParameterizedTest
  @MethodSource("all")
  void allBedsEndAtTheSameSecond(Scenario scenario) {
    assertThat(scenario.beds())
        .extracting(bed -> bed.script().lastSecond())
        .containsOnly(scenario.lastSecond());
  }

  /** The second at which the first hold of ten seconds is complete, or -1. */
  private static int held(Bed bed, boolean high) {
    int since = -1;
    for (Push.Sample sample :
        bed.script().pushes().stream()
            .flatMap(push -> push.readings().stream())
            .distinct()
            .sorted(java.util.Comparator.comparingInt(Push.Sample::second))
            .toList()) {
      boolean beyond = high ? sample.value() > 120 : sample.value() < 50;
      since = beyond ? (since < 0 ? sample.second() : since) : -1;
      if (since >= 0 && sample.second() - since >= 10) {
        return sample.second();
      }
    }
    return -1;
  }

  private static int expected(Bed bed, String rule) {
    return bed.expected().stream()
        .filter(one -> one.rule().equals(rule))
        .mapToInt(Expected::decidedBy)
        .findFirst()
        .orElse(-1);
  }
}
