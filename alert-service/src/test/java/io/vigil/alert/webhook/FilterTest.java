package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final Set<String> ANY = Set.of();

  private static boolean passes(Filter filter) {
    return filter.passes(Events.highRaised("p-0001", 1).data(), Set.of("Ward 3"));
  }

  @Test
  void passesEverythingWhereNothingIsChosen() {
    assertThat(passes(Filter.ALL)).isTrue();
    assertThat(passes(new Filter(null, null, null, null, null))).isTrue();
  }

  @Test
  void eachChoiceHasToFit() {
    assertThat(passes(new Filter(Set.of("high", "low"), ANY, ANY, ANY, ANY))).isTrue();
    assertThat(passes(new Filter(Set.of("low"), ANY, ANY, ANY, ANY))).isFalse();
    assertThat(passes(new Filter(ANY, Set.of("medium"), ANY, ANY, ANY))).isTrue();
    assertThat(passes(new Filter(ANY, Set.of("high"), ANY, ANY, ANY))).isFalse();
    assertThat(passes(new Filter(ANY, ANY, Set.of("raised"), ANY, ANY))).isTrue();
    assertThat(passes(new Filter(ANY, ANY, Set.of("resolved"), ANY, ANY))).isFalse();
    assertThat(passes(new Filter(ANY, ANY, ANY, Set.of("p-0001"), ANY))).isTrue();
    assertThat(passes(new Filter(ANY, ANY, ANY, Set.of("p-0002"), ANY))).isFalse();
    assertThat(passes(new Filter(ANY, ANY, ANY, ANY, Set.of("Ward 3")))).isTrue();
    assertThat(passes(new Filter(ANY, ANY, ANY, ANY, Set.of("Ward 4")))).isFalse();
    assertThat(passes(new Filter(Set.of("high"), Set.of("high"), ANY, ANY, ANY))).isFalse();
  }

  @Test
  void thatVigilIsSilentPassesWhateverPatientsAreChosen() {
    Filter filter = new Filter(ANY, ANY, ANY, Set.of("p-0002"), Set.of("Ward 4"));

    assertThat(filter.passes(Events.pipelineRaised().data(), Set.of())).isTrue();
  }

  @Test
  void aPatientWhoIsNotAdmittedIsOnNoWard() {
    Filter ward = new Filter(ANY, ANY, ANY, ANY, Set.of("Ward 3"));

    assertThat(ward.passes(Events.highRaised("p-0001", 1).data(), Set.of())).isFalse();
  }
}
