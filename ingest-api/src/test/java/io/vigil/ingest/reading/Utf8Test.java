package io.vigil.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  @ParameterizedTest
  @ValueSource(strings = {"", "p-0001", "é", "漢字", "🫀", "\u0000\u007f\u0080\u07ff\u0800\uffff"})
  void knowsText(String text) {
    byte[] padded = ("\u00e9" + text + "\u00e9").getBytes(UTF_8);

    assertThat(Utf8.isWellFormed(padded, 2, padded.length - 4)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // a continuation without a beginning
        "c3", // a beginning without a continuation
        "c328",
        "c0af", // overlong
        "e080af",
        "eda080", // half a surrogate pair
        "f4908080", // beyond the last code point
        "f8888080",
        "fe",
        "ff",
        "e6bc",
        "f09fab",
        "efbbbf80"
      })
  void tellsWhatIsNotUtf8(String hex) {
    byte[] bytes = HexFormat.of().parseHex("61" + hex + "61");

    assertThat(Utf8.isWellFormed(bytes, 0, bytes.length)).isFalse();
    assertThat(Utf8.isWellFormed(bytes, 0, bytes.length - 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1022, 1023, 1024, 1025, 2048, 100_000})
  void looksAtTextsOfEveryLength(int length) {
    byte[] good = ("a".repeat(length) + "é".repeat(length)).getBytes(UTF_8);
    byte[] bad = good.clone();
    bad[bad.length - 1] = 'a';

    assertThat(Utf8.isWellFormed(good, 0, good.length)).isTrue();
    assertThat(Utf8.isWellFormed(bad, 0, bad.length)).isFalse();
  }
}
