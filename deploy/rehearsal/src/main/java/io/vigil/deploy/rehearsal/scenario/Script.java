package io.vigil.deploy.rehearsal.scenario;

import io.vigil.deploy.rehearsal.scenario.Push.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the device of one bed pushes.
 *
 * @param pushes in the order of their times
 * @param skewSeconds how far the device's clock is ahead
 */
public record Script(List<Push> pushes, int skewSeconds) {
  private static final Pattern STEP = Pattern.compile("(_|\\d+)(?:x(\\d+))?");

  public Script {
    pushes = List.copyOf(pushes);
  }

  /** A reading a second, each pushed at its time: {@code 72x5 140x3 _x2} has two missing. */
  public static Script live(String series) {
    List<Push> pushes = new ArrayList<>();
    for (Sample sample : samples(series)) {
      pushes.add(new Push(sample.second(), List.of(sample)));
    }
    return new Script(pushes, 0);
  }

  /** Two readings every two seconds in one request, the later one first, and each request twice. */
  public static Script disordered(String series) {
    List<Push> pushes = new ArrayList<>();
    List<Sample> samples = samples(series);
    for (int i = 1; i < samples.size(); i += 2) {
      Push push = new Push(samples.get(i).second(), List.of(samples.get(i), samples.get(i - 1)));
      pushes.add(push);
      pushes.add(push);
    }
    return new Script(pushes, 0);
  }

  /** The same by a device whose clock is ahead, or behind where this is negative. */
  public Script withClock(int skewSeconds) {
    return new Script(pushes, skewSeconds);
  }

  private static List<Sample> samples(String series) {
    List<Sample> samples = new ArrayList<>();
    int second = 0;
    for (String step : series.strip().split("\\s+", -1)) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("not a step of a series: " + step);
      }
      int times = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      for (int i = 0; i < times; i++, second++) {
        if (!matcher.group(1).equals("_")) {
          samples.add(new Sample(second, Integer.parseInt(matcher.group(1))));
        }
      }
    }
    return samples;
  }

  /** The second of the last push. */
  public int lastSecond() {
    return pushes.isEmpty() ? 0 : pushes.get(pushes.size() - 1).atSecond();
  }
}
