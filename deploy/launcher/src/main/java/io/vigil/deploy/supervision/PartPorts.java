package io.vigil.deploy.supervision;

import io.vigil.deploy.port.LocalPort;
import java.util.List;
import java.util.Optional;

/** The ports of one part by number. */
record PartPorts(List<Integer> numbers) {
  PartPorts {
    numbers = List.copyOf(numbers);
  }

  /** One that somebody listens on. */
  Optional<Integer> taken() {
    return numbers.stream().filter(number -> new LocalPort(number).isTaken()).findFirst();
  }
}
