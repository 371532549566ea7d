package io.vigil.deploy.run;

import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.LocalPort;
import io.vigil.deploy.port.PortHolder;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.port.VigilPort;
import java.util.List;

/** Ports that the parts need are taken; the message names each with its holder. */
public final class PortsTaken extends Exception {
  private static final long serialVersionUID = 1L;

  private PortsTaken(String message) {
    super(message);
  }

  static void check(List<Part> parts, Ports ports) throws PortsTaken {
    List<String> taken =
        parts.stream()
            .flatMap(part -> part.ports().stream())
            .filter(port -> new LocalPort(ports.of(port)).isTaken())
            .map(port -> describe(port, ports.of(port)))
            .toList();
    if (!taken.isEmpty()) {
      throw new PortsTaken(String.join("\n", taken));
    }
  }

  private static String describe(VigilPort port, int number) {
    String holder =
        new LocalPort(number)
            .holder()
            .map(PortHolder::toString)
            .orElse("a process that this user may not see");
    return "Port %d (%s) is taken by %s; stop it, or set %s to another port."
        .formatted(number, port.part(), holder, port.variable());
  }
}
