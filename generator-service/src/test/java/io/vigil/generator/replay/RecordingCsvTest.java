package io.vigil.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingCsvTest {
  @Test
  void readsPatientsInTheirOrderWithAndWithoutAHeader() {
    Recordings recordings =
        ReplaysInTests.read(
            "patient,epoch_ms,heart_rate_bpm\nb,1000,72\nb,2000,72.345\r\na,1500,60");

    assertThat(recordings.all()).extracting(Recording::patient).containsExactly("b", "a");
    assertThat(recordings.all().get(0).size()).isEqualTo(2);
    assertThat(recordings.all().get(0).timeMsAt(1)).isEqualTo(2_000);
    assertThat(recordings.all().get(0).hundredthsAt(1)).isEqualTo(7_235);
    assertThat(recordings.firstMs()).isEqualTo(1_000);
    assertThat(ReplaysInTests.read("b,1000,72\n").all()).hasSize(1);
    assertThat(ReplaysInTests.read("\uFEFFpatient,epoch_ms,heart_rate_bpm\n").malformedLines())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,1000|not_three_columns",
        "a,1000,72,9|not_three_columns",
        "patient,epoch_ms,heart_rate_bpm|time_malformed",
        ",1000,72|patient_malformed",
        "ä,1000,72|patient_malformed",
        "a b,1000,72|patient_malformed",
        "a,soon,72|time_malformed",
        "a,1000.5,72|time_malformed",
        "a,1000,|value_missing",
        "a,1000,NaN|value_malformed",
        "a,1000,1e3|value_malformed",
        "a,1000,123456|value_malformed"
      })
  void tellsALineThatIsNoReadingAndTakesTheOthers(String line, String code) {
    Recordings recordings = ReplaysInTests.read("a,0,60\n\n" + line + "\na,3000,61\n");

    assertThat(recordings.malformed()).containsExactly(new MalformedLine(3, code));
    assertThat(recordings.all().get(0).size()).isEqualTo(2);
  }

  @Test
  void tellsALineThatIsTooLongWithoutKeepingIt() {
    Recordings recordings = ReplaysInTests.read("a,0,60\n" + "x".repeat(5_000) + "\na,1000,61\n");

    assertThat(recordings.malformed()).containsExactly(new MalformedLine(2, "line_too_long"));
    assertThat(recordings.all().get(0).size()).isEqualTo(2);
  }

  @Test
  void tellsTheFirstHundredMalformedLinesAndCountsAll() {
    Recordings recordings = ReplaysInTests.read("x\n".repeat(150));

    assertThat(recordings.malformed()).hasSize(100);
    assertThat(recordings.malformedLines()).isEqualTo(150);
  }

  @Test
  void sortsRowsByTimeAndKeepsTheFirstOfTheSameTime() {
    Recording recording =
        ReplaysInTests.read("a,3000,63\na,1000,61\na,3000,99\na,2000,62\n").all().get(0);

    assertThat(recording.size()).isEqualTo(3);
    assertThat(recording.timeMsAt(0)).isEqualTo(1_000);
    assertThat(recording.timeMsAt(2)).isEqualTo(3_000);
    assertThat(recording.hundredthsAt(2)).isEqualTo(6_300);
  }

  @Test
  void refusesMoreThanItsBounds() {
    assertThatThrownBy(() -> ReplaysInTests.read("a,1,60\n".repeat(101)))
        .hasMessageContaining("100");
    assertThatThrownBy(() -> ReplaysInTests.read("a,1,60\nb,1,60\nc,1,60\nd,1,60\n"))
        .hasMessageContaining("3 are allowed");
    assertThatThrownBy(() -> ReplaysInTests.read("\n".repeat(10_241)))
        .hasMessageContaining("10240");
  }
}
