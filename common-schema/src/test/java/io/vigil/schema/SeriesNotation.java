package io.vigil.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tiny notation for series of readings in tests: {@code "72x5 140x3 _x2 80"} is five seconds of
 * 72, three of 140, two without a reading and one of 80, one second after the other. Values may
 * have up to two decimals; {@code x1} may be left out.
 */
public final class SeriesNotation {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern STEP = Pattern.compile("(_|\\d+(?:\\.\\d{1,2})?)(?:x(\\d+))?");

  private SeriesNotation() {}

  /**
   * One reading of a series.
   *
   * @param eventTimeMs milliseconds since the epoch
   * @param valueHundredths hundredths of the unit
   */
  public record Sample(long eventTimeMs, int valueHundredths) {}

  /**
   * Reads a series at 1 Hz.
   *
   * @param startMs the event time of the first step, in milliseconds since the epoch
   * @throws IllegalArgumentException naming the step that is not of the notation
   */
  public static List<Sample> series(String notation, long startMs) {
    List<Sample> samples = new ArrayList<>();
    long time = startMs;
    for (String step : SPACES.split(notation.strip(), -1)) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("not a step of a series: " + step);
      }
      int times = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      for (int i = 0; i < times; i++, time += 1_000) {
        if (!matcher.group(1).equals("_")) {
          int value = new BigDecimal(matcher.group(1)).movePointRight(2).intValueExact();
          samples.add(new Sample(time, value));
        }
      }
    }
    return samples;
  }
}
