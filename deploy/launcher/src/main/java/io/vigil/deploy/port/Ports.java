package io.vigil.deploy.port;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which number each port has in this run; no two have the same. */
public record Ports(Map<VigilPort, Integer> numbers) {
  private static final int HIGHEST = 65_535;

  public Ports {
    numbers = Map.copyOf(numbers);
    Map<Integer, VigilPort> taken = new HashMap<>();
    for (VigilPort port : VigilPort.values()) {
      Integer number = numbers.get(port);
      if (number == null || number < 1 || number > HIGHEST) {
        throw new IllegalArgumentException(port.variable() + " is not a port: " + number);
      }
      VigilPort other = taken.put(number, port);
      if (other != null) {
        throw new IllegalArgumentException(
            other.variable() + " and " + port.variable() + " are both " + number);
      }
    }
  }

  /** As the environment says, each port's default where it says nothing. */
  public static Ports from(Map<String, String> environment) {
    Map<VigilPort, Integer> numbers = new EnumMap<>(VigilPort.class);
    for (VigilPort port : VigilPort.values()) {
      numbers.put(port, number(port, environment.getOrDefault(port.variable(), "")));
    }
    return new Ports(numbers);
  }

  /** Ports that nobody listens on now, for a run beside others. */
  public static Ports free() {
    VigilPort[] ports = VigilPort.values();
    List<Integer> free = FreePorts.take(ports.length);
    Map<VigilPort, Integer> numbers = new EnumMap<>(VigilPort.class);
    for (int i = 0; i < ports.length; i++) {
      numbers.put(ports[i], free.get(i));
    }
    return new Ports(numbers);
  }

  public int of(VigilPort port) {
    return numbers.getOrDefault(port, port.usual());
  }

  /** The environment that says these ports. */
  public Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    numbers.forEach((port, number) -> variables.put(port.variable(), number.toString()));
    return variables;
  }

  private static int number(VigilPort port, String text) {
    try {
      return text.isBlank() ? port.usual() : Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(port.variable() + " is not a port: " + text, e);
    }
  }
}
