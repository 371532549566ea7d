package io.vigil.schema.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AlertCommandTest {
  private static final Path PAGE = Path.of("..", "docs", "formats", "alert-commands.md");
  private static final String HEAD =
      "{\"command\":\"%s\",\"patient\":\"p-1\",\"at\":\"2026-11-24T22:00:00Z\",\"by\":\"ann\"";
  private static final List<AlertCommand> EXAMPLES = CommandExamples.all();

  private final JsonMapper json = new JsonMapper();

  @Test
  void isWrittenAsThePageHasIt() throws IOException {
    List<String> examples =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("    {\"command\""))
            .toList();

    assertThat(examples.stream().map(json::readTree))
        .isEqualTo(EXAMPLES.stream().map(command -> json.readTree(command.toJson())).toList());
  }

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void readsWhatItWrote(AlertCommand command) {
    assertThat(AlertCommand.fromJson(command.toJson())).isEqualTo(command);
  }

  private static AlertCommand read(String text) {
    return AlertCommand.fromJson(text.getBytes(UTF_8));
  }

  @Test
  void passesOverMembersOfALaterVersion() {
    assertThat(read(HEAD.formatted("resume") + ",\"mood\":3}"))
        .isEqualTo(new Resume("p-1", Instant.parse("2026-11-24T22:00:00Z"), "ann"));
  }

  @Test
  void needsNoNote() {
    assertThat(read(HEAD.formatted("acknowledge") + ",\"alert\":\"a-1\"}"))
        .isEqualTo(
            new Acknowledge("p-1", Instant.parse("2026-11-24T22:00:00Z"), "ann", "a-1", null));
  }

  @Test
  void endsAPauseAfterItsSeconds() {
    assertThat(CommandExamples.PAUSE.until()).isEqualTo(Instant.parse("2026-11-24T22:02:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "7", "{\"command\":\"dance\"}"})
  void refusesWhatIsNoCommand(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a command");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledge | \"note\":null | alert is no id",
        "pause | \"seconds\":0,\"reason\":\"x\" | seconds are not of 1 to 3600",
        "pause | \"seconds\":3601,\"reason\":\"x\" | seconds are not of 1 to 3600",
        "pause | \"seconds\":10 | reason is not of 1 to 500 characters",
        "pause | \"seconds\":10,\"reason\":\" \" | reason is not of 1 to 500 characters",
        "limits | \"limits\":{\"mood\":{}} | unknown vital",
        "limits | \"limits\":{\"spo2\":{\"low\":101}} "
            + "| spo2: a limit is outside the plausible range of spo2",
        "limits | \"limits\":{\"spo2\":{\"low\":90.123}} "
            + "| a limit with more than two decimals, or too large",
      })
  void saysWhatItRefuses(String command, String members, String reason) {
    assertThatThrownBy(() -> read(HEAD.formatted(command) + "," + members + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a command: " + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"resume\"}",
        "{\"command\":\"resume\",\"patient\":\"p/1\",\"at\":\"2026-11-24T22:00:00Z\",\"by\":\"a\"}",
        "{\"command\":\"resume\",\"patient\":\"p-1\",\"by\":\"a\"}",
        "{\"command\":\"resume\",\"patient\":\"p-1\",\"at\":\"+99999-01-01T00:00:00Z\",\"by\":\"a\"}",
        "{\"command\":\"resume\",\"patient\":\"p-1\",\"at\":\"2026-11-24T22:00:00Z\"}",
        "{\"command\":\"limits\",\"patient\":\"p-1\",\"at\":\"2026-11-24T22:00:00Z\",\"by\":\"a\"}",
        "{\"command\":\"pause\",\"patient\":\"p-1\",\"at\":\"2026-11-24T22:00:00Z\",\"by\":\"a\","
            + "\"seconds\":\"10\",\"reason\":\"x\"}",
      })
  void refusesACommandThatIsNotWhole(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesANoteAndACommandThatAreTooLong() {
    String note = "n".repeat(Acknowledge.NOTE + 1);

    assertThatThrownBy(
            () ->
                read(
                    HEAD.formatted("acknowledge")
                        + ",\"alert\":\"a-1\",\"note\":\"%s\"}".formatted(note)))
        .hasMessage("not a command: note is of more than 1000 characters");
    assertThatThrownBy(() -> AlertCommand.fromJson(new byte[16 * 1_024 + 1]))
        .hasMessage("a command of more than 16384 byte");
  }
}
