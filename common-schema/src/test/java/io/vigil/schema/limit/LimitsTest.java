package io.vigil.schema.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.vital.Vital;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LimitsTest {
  private static final Limits OWN = Limits.ofCodes(Map.of("heart_rate", high("110")));

  private final JsonMapper json = new JsonMapper();

  private static VitalLimits high(String limit) {
    return new VitalLimits(new BigDecimal(limit), null, null, null);
  }

  @Test
  void areWrittenByTheCodesOfTheVitalsWithoutWhatIsNotNamed() {
    String text = "{\"heart_rate\":{\"high\":110}}";

    assertThat(json.readTree(json.writeValueAsString(OWN))).isEqualTo(json.readTree(text));
    assertThat(json.readValue(text, Limits.class)).isEqualTo(OWN);
  }

  @Test
  void refuseAVitalThatIsNone() {
    assertThatThrownBy(() -> Limits.ofCodes(Map.of("mood", high("3"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown vital");
  }

  @Test
  void lieOverOthersVitalByVital() {
    Limits inForce = OWN.over(Limits.DEFAULTS);

    assertThat(inForce.of(Vital.HEART_RATE))
        .isEqualTo(high("110").over(Limits.DEFAULTS.of(Vital.HEART_RATE)));
    assertThat(inForce.of(Vital.SPO2)).isEqualTo(Limits.DEFAULTS.of(Vital.SPO2));
  }

  @Test
  void tellWhichVitalContradictsItself() {
    Limits wrong = new Limits(Map.of(Vital.SPO2, high("101")));

    assertThat(wrong.contradiction())
        .contains("spo2: a limit is outside the plausible range of spo2");
    assertThat(Limits.DEFAULTS.contradiction()).isEmpty();
  }

  @Test
  void haveTheDefaultsOfTheFormatPage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "formats", "alert-commands.md"));

    Limits.DEFAULTS
        .byVital()
        .forEach(
            (vital, limits) ->
                assertThat(page)
                    .contains(
                        "| `%s` | %s | %s | %s | %s |"
                            .formatted(
                                vital.code(),
                                orNone(limits.extremeLow()),
                                orNone(limits.low()),
                                orNone(limits.high()),
                                orNone(limits.extremeHigh()))));
    assertThat(Limits.DEFAULTS.byVital().keySet()).containsExactly(Vital.values());
  }

  private static Object orNone(@org.jspecify.annotations.Nullable BigDecimal limit) {
    return limit == null ? "–" : limit;
  }
}
