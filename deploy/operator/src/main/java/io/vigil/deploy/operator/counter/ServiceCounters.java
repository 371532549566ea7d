package io.vigil.deploy.operator.counter;

import java.util.HashMap;
import java.util.Map;

/**
 * The readings that one service has counted since it started, summed over all tags but the reason.
 *
 * @param values by Prometheus name without {@code vigil_} and {@code _total}
 */
public record ServiceCounters(String service, Map<String, Long> values) {
  /** Reads the text format of Prometheus. */
  static ServiceCounters parse(String service, String text) {
    Map<String, Long> values = new HashMap<>();
    text.lines()
        .filter(line -> line.startsWith("vigil_"))
        .forEach(
            line -> {
              String name = line.split("[{ ]", 2)[0];
              String number = line.substring(line.lastIndexOf(' ') + 1);
              values.merge(shortened(name), (long) Double.parseDouble(number), Long::sum);
            });
    return new ServiceCounters(service, Map.copyOf(values));
  }

  private static String shortened(String name) {
    return name.replaceFirst("^vigil_", "").replaceFirst("_total$", "");
  }

  public long of(String name) {
    return values.getOrDefault(name, 0L);
  }
}
