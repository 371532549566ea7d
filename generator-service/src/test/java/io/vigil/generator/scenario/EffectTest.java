package io.vigil.generator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.signal.HeartRate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EffectTest {
  private static final Instant FROM = Instant.parse("2026-11-21T08:00:00Z");
  private static final long SECOND = FROM.getEpochSecond();
  private static final HeartRate HEART = HeartRate.of(1, "p-0001");

  @Test
  void noiseStaysWithinItsAmplitudeAndIsTheSameForTheSameSecond() {
    Effect noise = effect("noise", Map.of("amplitude", 20L));

    List<Integer> off =
        LongStream.range(SECOND, SECOND + 60)
            .mapToObj(second -> noise.shown(HEART, second) - HEART.hundredthsAt(second))
            .toList();

    assertThat(off).allMatch(value -> Math.abs(value) <= 2_000).anyMatch(value -> value > 500);
    assertThat(off).anyMatch(value -> value < -500);
    assertThat(noise.shown(HEART, SECOND + 7)).isEqualTo(noise.shown(HEART, SECOND + 7));
  }

  @Test
  void showsWhatNoHeartCanDoNowAndThen() {
    Effect implausible = effect("implausible", Map.of("every", 2L));

    assertThat(implausible.shown(HEART, SECOND)).isEqualTo(40_000);
    assertThat(implausible.shown(HEART, SECOND + 1)).isEqualTo(HEART.hundredthsAt(SECOND + 1));
    assertThat(implausible.shown(HEART, SECOND + 2)).isEqualTo(40_000);
  }

  @Test
  void flapsAroundTheLimit() {
    Effect flapping = effect("flapping", Map.of());

    assertThat(
            LongStream.range(SECOND, SECOND + 8).mapToObj(second -> flapping.shown(HEART, second)))
        .containsExactly(12_300, 12_300, 11_700, 11_700, 12_300, 12_300, 11_700, 11_700);
  }

  @Test
  void aLeadThatIsOffShowsWildValuesAtBothEndsAndNothingBetween() {
    Effect leadOff = effect("lead_off", Map.of());

    assertThat(LongStream.range(SECOND, SECOND + 30).filter(leadOff::measures))
        .containsExactly(SECOND, SECOND + 1, SECOND + 28, SECOND + 29);
    assertThat(leadOff.shown(HEART, SECOND)).isBetween(2_500, 24_000);
    assertThat(leadOff.silences()).isFalse();
  }

  @Test
  void drivesAHeartWhereItIsAskedTo() {
    Effect tachycardia = effect("tachycardia", Map.of("bpm", 170L));

    assertThat(tachycardia.shown(HEART, SECOND + 15)).isBetween(16_000, 18_000);
  }

  @Test
  void aClockMayBeWrongByDecades() {
    assertThat(effect("clock_skew", Map.of("by", 2_400_000_000L)).clockOffsetMs())
        .isEqualTo(2_400_000_000_500L);
  }

  @Test
  void happensOnlyFromItsStartToItsEnd() {
    Scenarios scenarios = new Scenarios();
    ScenariosInTests.start(
        scenarios, "p-0001", "duplicate", Map.of(), FROM, Duration.ofSeconds(30));

    assertThat(scenarios.effectOn("p-0001", FROM.minusMillis(1))).isSameAs(Effect.NONE);
    assertThat(scenarios.effectOn("p-0001", FROM).copies()).isEqualTo(1);
    assertThat(scenarios.effectOn("p-0001", FROM.plusSeconds(30))).isSameAs(Effect.NONE);
    assertThat(scenarios.effectOn("p-0002", FROM)).isSameAs(Effect.NONE);
  }

  private static Effect effect(String code, Map<String, Long> given) {
    ScenarioKind kind = ScenarioKind.ofCode(code).orElseThrow();
    return kind.effect(new Span("p-0001", FROM, FROM.plusSeconds(30)), kind.complete(given));
  }
}
