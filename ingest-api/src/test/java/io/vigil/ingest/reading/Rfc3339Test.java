package io.vigil.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01T00:00:00.001Z, 1",
    "1969-12-31T23:59:59.999Z, -1",
    "2026-11-21T08:00:00Z, 1795248000000",
    "2026-11-21T08:00:00.250Z, 1795248000250",
    "2026-11-21T08:00:00.2Z, 1795248000200",
    "2026-11-21T08:00:00.25Z, 1795248000250",
    "2026-11-21T08:00:00.2509Z, 1795248000250",
    "2026-11-21T08:00:00.250999999999999999Z, 1795248000250",
    "2026-11-21T09:00:00+01:00, 1795248000000",
    "2026-11-21T03:00:00.250-05:00, 1795248000250",
    "2026-11-21T13:30:00+05:30, 1795248000000",
    "2026-11-21T08:00:00+00:00, 1795248000000",
    "2026-11-21T08:00:00-00:00, 1795248000000",
    "2026-11-22T07:59:00+23:59, 1795248000000",
    "2026-11-21t08:00:00z, 1795248000000",
    "2024-02-29T00:00:00Z, 1709164800000",
    "2000-02-29T00:00:00Z, 951782400000",
    "0000-01-01T00:00:00Z, -62167219200000",
    "9999-12-31T23:59:59Z, 253402300799000",
    "2016-12-31T23:59:60Z, 1483228800000",
    "2016-12-31T15:59:60-08:00, 1483228800000",
  })
  void readsTimes(String time, long epochMs) {
    assertThat(epochMs(time)).isEqualTo(epochMs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "now",
        "2026-11-21",
        "08:00:00Z",
        "2026-11-21T08:00:00",
        "2026-11-21T08:00Z",
        "2026-11-21 08:00:00Z",
        "2026-11-21T08:00:00 Z",
        " 2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00Z ",
        "2026-11-21T08:00:00.Z",
        "2026-11-21T08:00:00,250Z",
        "2026-11-21T08:00:00.25aZ",
        "2026-11-21T08:00:00.250",
        "2026-11-21T08:00:00.250ZZ",
        "2026-11-21T08:00:00+0100",
        "2026-11-21T08:00:00+01",
        "2026-11-21T08:00:00+1:00",
        "2026-11-21T08:00:00+24:00",
        "2026-11-21T08:00:00+01:60",
        "2026-11-21T08:00:00+-1:00",
        "2026-11-21T08:00:00*01:00",
        "2026-11-21T08:00:00+01:00Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T08:60:00Z",
        "2026-11-21T08:00:61Z",
        "2026-11-21T08:00:60Z",
        "2016-12-31T23:59:60+01:00",
        "2026-13-21T08:00:00Z",
        "2026-00-21T08:00:00Z",
        "2026-11-31T08:00:00Z",
        "2026-11-00T08:00:00Z",
        "2026-02-29T08:00:00Z",
        "1900-02-29T08:00:00Z",
        "26-11-21T08:00:00Z",
        "02026-11-21T08:00:00Z",
        "+2026-11-21T08:00:00Z",
        "-026-11-21T08:00:00Z",
        "2026-1a-21T08:00:00Z",
        "2026-11--1T08:00:00Z",
        "2026/11/21T08:00:00Z",
        "20261121T080000Z0000",
        "2026-W47-6T08:00:00Z",
        "٢٠٢٦-11-21T08:00:00Z",
        "2026-11-21T08:00:00.٢Z",
        "2026-11-21T0a:00:00Z",
        "1795248000000",
        "Sat, 21 Nov 2026 08:00:00 GMT"
      })
  void tellsWhatIsNoTime(String text) {
    assertThat(epochMs(text)).isEqualTo(Rfc3339.MALFORMED);
  }

  @Test
  void agreesWithJavaTime() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      Instant instant =
          Instant.ofEpochMilli(random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60) - 18 * 60) * 60);
      OffsetDateTime time = instant.atOffset(offset);
      if (time.getYear() < 0 || time.getYear() > 9999) {
        continue;
      }
      String text = time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx"));

      assertThat(epochMs(text)).as(text).isEqualTo(instant.toEpochMilli());
    }
  }

  @Test
  void neverFailsOnRandomText() {
    Random random = new Random(1);
    String alphabet = "0123456789-:TZ.+ tz";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("2026-11-21T08:00:00.250+01:00");
      for (int j = random.nextInt(4); j >= 0; j--) {
        text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(19)));
      }
      text.setLength(random.nextInt(text.length() + 1));

      epochMs(text.toString());
    }
  }

  private static long epochMs(String text) {
    return Rfc3339.epochMs(("x" + text).toCharArray(), 1, text.length());
  }
}
