package io.vigil.schema.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.command.CommandExamples;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class RegistryEntryTest {
  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
  private final JsonMapper json = new JsonMapper();

  static Stream<Arguments> entries() {
    return Stream.of(
        Arguments.of(
            new Patient("p-0001", "Ada Byron", "Ward 3 West", "12", Patient.Priority.HIGH, TIME),
            "patient/p-0001",
            """
            {"kind":"patient","id":"p-0001","name":"Ada Byron","ward":"Ward 3 West","bed":"12",
             "priority":"high","admittedAt":"2026-11-21T08:00:00Z"}
            """),
        Arguments.of(
            new Device("dev-1", Set.of("p-0001"), "aa11"),
            "device/dev-1",
            """
            {"kind":"device","id":"dev-1","patients":["p-0001"],"tokenHash":"aa11"}
            """),
        Arguments.of(
            new Grant("p-0001", "dr-adams", null),
            "grant/p-0001/dr-adams",
            """
            {"kind":"grant","patient":"p-0001","user":"dr-adams","until":null}
            """),
        Arguments.of(
            new Grant("p-0001", "dr-baker", TIME, "cardiac arrest"),
            "grant/p-0001/dr-baker",
            """
            {"kind":"grant","patient":"p-0001","user":"dr-baker","until":"2026-11-21T08:00:00Z",
             "reason":"cardiac arrest"}
            """),
        Arguments.of(
            new Follow("p-0001", "dr-adams"),
            "follow/p-0001/dr-adams",
            """
            {"kind":"follow","patient":"p-0001","user":"dr-adams"}
            """),
        Arguments.of(
            new Ward("Ward 3 West", CommandExamples.LIMITS.limits()),
            "ward/Ward 3 West",
            """
            {"kind":"ward","name":"Ward 3 West","limits":
             {"heart_rate":{"high":120,"low":50,"extreme_high":150,"extreme_low":40}}}
            """));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isWrittenAndReadAsDocumented(RegistryEntry entry, String key, String text) {
    assertThat(entry.key()).isEqualTo(key);
    assertThat(json.readTree(entry.toJson())).isEqualTo(json.readTree(text));
    assertThat(RegistryEntry.fromJson(entry.toJson())).isEqualTo(entry);
  }
}
