package io.vigil.ingest.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON, and how several readings in one request fare. */
class ReadingsParserTest {
  private static final String GOOD = "{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}";
  private static final String BAD = "{\"vital\":\"spo2\",\"time\":1795248000000}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "{",
        "}",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "{'a'}",
        "{'a':}",
        "{'a':1",
        "{'a':1,",
        "{'a':1,}",
        "{,}",
        "{'a' 1}",
        "{'a'::1}",
        "{a:1}",
        "{1:1}",
        "{'a':1]",
        "[1}",
        "[1]]",
        "{}}",
        "{}{}",
        "{} {}",
        "[][]",
        "{},",
        "1 2",
        "null null",
        "nul",
        "nulll",
        "True",
        "TRUE",
        "tru",
        "NaN",
        "[NaN]",
        "[Infinity]",
        "[-Infinity]",
        "-",
        "+1",
        "01",
        "[-01]",
        "1.",
        ".5",
        "[1.]",
        "[.5]",
        "1e",
        "1e+",
        "1.e5",
        "0x1F",
        "[1_000]",
        "'",
        "'a",
        "'a\\'",
        "'\\x41'",
        "'\\u12'",
        "'\\u12g4'",
        "'a\nb'",
        "'a\tb'",
        "'a\u0000b'",
        "['a\u001fb']",
        "\u0000",
        "{}\u0000",
        "// hello\n{}",
        "/* hello */{}",
        "{}//",
        "# hello\n{}",
        "{}#",
        "<reading/>",
        "vital=heart_rate&value=72",
        "\ufeff{}",
        "[1]\u000b",
        "\u00a0{}",
        "[1;2]",
        "(1)",
        "undefined",
        "``"
      })
  void tellsWhatIsNotJson(String body) {
    assertThatThrownBy(() -> Parsed.json(body.replace('\'', '"')))
        .isInstanceOf(NotJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'vital':'spo2}", "{\"vital\":'spo2'}", "['a']"})
  void takesNoSingleQuotes(String body) {
    assertThatThrownBy(() -> Parsed.json(body)).isInstanceOf(NotJsonException.class);
  }

  @Test
  void takesNoOtherEncodingThanUtf8() {
    assertThatThrownBy(() -> Parsed.json(GOOD.getBytes(UTF_16BE), TestScope.BEDSIDE))
        .isInstanceOf(NotJsonException.class);
    assertThatThrownBy(
            () -> Parsed.json("{\"bed\":\"Süd\"}".getBytes(ISO_8859_1), TestScope.BEDSIDE))
        .isInstanceOf(NotJsonException.class)
        .hasMessage("the body is not UTF-8");
  }

  @Test
  void saysWhereItIsBrokenWithoutQuotingIt() {
    assertThatThrownBy(() -> Parsed.json("{\"value\":secret}"))
        .isInstanceOf(NotJsonException.class)
        .hasMessageContaining("byte")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesAWholeArrayThatBreaksAtItsEnd() {
    assertThatThrownBy(() -> Parsed.json("[" + GOOD + "," + GOOD + ","))
        .isInstanceOf(NotJsonException.class);
  }

  @Test
  void findsNothingInAnEmptyArray() throws Exception {
    Submission submission = Parsed.json("[]");

    assertThat(submission.acceptable()).isZero();
    assertThat(submission.rejections()).isEmpty();
    assertThat(submission.isAllOfOtherPatients()).isFalse();
  }

  @Test
  void keepsNeighboursOfARefusedReadingInTheirPlaces() throws Exception {
    Submission submission =
        Parsed.json("[" + GOOD + "," + BAD + ",7,[],{\"x\":{}}," + GOOD + "," + GOOD + "]");

    assertThat(Parsed.rejections(submission))
        .isEqualTo("1:value_missing 2:not_a_reading 3:not_a_reading 4:unknown_vital");
    assertThat(submission.acceptable()).isEqualTo(3);
  }

  @Test
  void sortsReadingsByPatientAndVitalInTheOrderInWhichTheyCame() throws Exception {
    Submission submission =
        Parsed.json(
            """
            [{"patient":"p-0001","vital":"spo2","time":1795248000000,"value":98},
             {"patient":"p-0002","vital":"spo2","time":1795248000000,"value":97},
             {"patient":"p-0001","vital":"heart_rate","time":1795248000000,"value":72,"seq":0},
             {"patient":"p-0001","vital":"spo2","time":1795247999000,"value":99},
             {"patient":"p-0002","vital":"spo2","time":1795248000000,"value":96}]
            """,
            TestScope.WARD);

    assertThat(Parsed.readings(submission))
        .containsExactly(
            "p-0001 spo2 1795248000000=9800",
            "p-0001 spo2 1795247999000=9900",
            "p-0001 heart_rate 1795248000000=7200#0",
            "p-0002 spo2 1795248000000=9700",
            "p-0002 spo2 1795248000000=9600");
  }

  @Test
  void doesNotMixUpOneReadingsMembersWithTheNextOnes() throws Exception {
    Submission submission =
        Parsed.json(
            "[{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98,\"seq\":5,\"x\":1},"
                + GOOD
                + ",{\"vital\":\"spo2\",\"time\":1795248000000},{\"x\":1,\"value\":98}]");

    assertThat(Parsed.readings(submission))
        .containsExactly("p-0001 spo2 1795248000000=9800#5", "p-0001 spo2 1795248000000=9800");
    assertThat(Parsed.rejections(submission)).isEqualTo("2:value_missing 3:unknown_vital");
  }

  @Test
  void refusesReadingsBeyondTheMostEachByItsIndex() throws Exception {
    Submission submission = Parsed.json(array(GOOD, Parsed.MOST + 2));

    assertThat(submission.acceptable()).isEqualTo(Parsed.MOST);
    assertThat(Parsed.rejections(submission))
        .isEqualTo("10:too_many_readings 11:too_many_readings");
  }

  @Test
  void refusesAFloodAsAWhole() throws Exception {
    assertThat(Parsed.json(array("0", 2 * Parsed.MOST)).rejections()).hasSize(20);
    assertThatThrownBy(() -> Parsed.json(array("0", 2 * Parsed.MOST + 1)))
        .isInstanceOf(TooManyReadingsException.class);
    assertThatThrownBy(() -> Parsed.ndjson("x\n".repeat(2 * Parsed.MOST + 1)))
        .isInstanceOf(TooManyReadingsException.class);
  }

  @Test
  void isNotLostInDeepNesting() throws Exception {
    String deep = "[".repeat(90_000) + "]".repeat(90_000);

    assertThat(Parsed.rejections(Parsed.json("[" + deep + "," + GOOD + "]")))
        .isEqualTo("0:not_a_reading");
    assertThatThrownBy(() -> Parsed.json("[".repeat(500_000))).isInstanceOf(NotJsonException.class);
    assertThatThrownBy(() -> Parsed.json("{\"a\":".repeat(100_000)))
        .isInstanceOf(NotJsonException.class);
  }

  @Test
  void judgesHugeNumbersNamesAndTexts() throws Exception {
    String digits = "9".repeat(100_000);

    assertThat(Parsed.rejections(Parsed.json(GOOD.replace("98", digits))))
        .isEqualTo("0:value_implausible");
    assertThat(Parsed.rejections(Parsed.json(GOOD.replace("1795248000000", digits))))
        .isEqualTo("0:time_in_future");
    assertThat(Parsed.json(GOOD.replace("98", "98." + digits)).acceptable()).isEqualTo(1);
    assertThat(Parsed.json(GOOD.replace("}", ",\"" + digits + "\":" + digits + "}")).acceptable())
        .isEqualTo(1);
    assertThat(Parsed.rejections(Parsed.json(GOOD.replace("spo2", digits))))
        .isEqualTo("0:unknown_vital");
    assertThat(Parsed.rejections(Parsed.json("{\"patient\":\"" + digits + "\"}")))
        .isEqualTo("0:unknown_patient");
  }

  @Test
  void readsALineEach() throws Exception {
    Submission submission =
        Parsed.ndjson(GOOD + "\n" + GOOD + "\r\n\n  \t\r\n" + BAD + "\n" + GOOD);

    assertThat(submission.acceptable()).isEqualTo(3);
    assertThat(Parsed.rejections(submission)).isEqualTo("2:value_missing");
  }

  @Test
  void doesNotLetABrokenLineHarmItsNeighbours() throws Exception {
    Submission submission =
        Parsed.ndjson(
            String.join(
                "\n", GOOD, "{\"vital\":", GOOD, GOOD + GOOD, "[" + GOOD + "]", "}", GOOD + ","));

    assertThat(submission.acceptable()).isEqualTo(2);
    assertThat(Parsed.rejections(submission))
        .isEqualTo(
            "1:malformed_json 3:malformed_json 4:not_a_reading 5:malformed_json 6:malformed_json");
  }

  @Test
  void doesNotLetALineInAnotherEncodingHarmItsNeighbours() throws Exception {
    byte[] lines = (GOOD + "\n{\"bed\":\"Süd\"}\n" + GOOD).getBytes(ISO_8859_1);

    Submission submission = Parsed.ndjson(lines);

    assertThat(submission.acceptable()).isEqualTo(2);
    assertThat(Parsed.rejections(submission)).isEqualTo("1:malformed_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t\n", "hello", "{\n}", "hello\n{\n", "{} {}", "{\"a\":"})
  void tellsWhereNoLineIsJson(String body) {
    assertThatThrownBy(() -> Parsed.ndjson(body)).isInstanceOf(NotJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "{}", "hello\n[]\nhello"})
  void takesALineOfOtherJsonForJson(String body) throws Exception {
    assertThat(Parsed.ndjson(body).acceptable()).isZero();
  }

  @Test
  void answersEveryMutilatedBodySomehow() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      byte[] body = ("[" + GOOD + "," + BAD + "," + GOOD + "]").getBytes(UTF_8);
      for (int j = random.nextInt(3); j >= 0; j--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      try {
        Submission submission = Parsed.json(body, TestScope.BEDSIDE);
        assertThat(submission.acceptable() + submission.rejections().size())
            .isEqualTo(submission.size());
      } catch (NotJsonException e) {
        assertThat(e).hasMessageStartingWith("the body is");
      }
    }
  }

  private static String array(String element, int times) {
    return "[" + (element + ",").repeat(times - 1) + element + "]";
  }
}
