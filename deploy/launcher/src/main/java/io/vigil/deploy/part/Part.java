package io.vigil.deploy.part;

import io.vigil.deploy.health.Probe;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.process.ChildCommand;
import java.util.List;
import java.util.Optional;

/** One process of Vigil. */
public interface Part {
  String name();

  /** The part that has to serve before this one is started, to save it from waiting for it. */
  Optional<String> after();

  /** Does what is to be done before a start, and says how to start it. */
  ChildCommand prepare();

  /** Asks whether it serves. */
  Probe probe();

  /** What it answers when it is asked for its health, {@code UP} if it serves. */
  default String health() {
    return probe().answers() ? "UP" : "no answer";
  }

  /** The ports that it listens on, that of its users first. */
  default List<VigilPort> ports() {
    return List.of(VigilPort.values()).stream().filter(port -> port.part().equals(name())).toList();
  }
}
