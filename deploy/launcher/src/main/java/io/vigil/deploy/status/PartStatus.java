package io.vigil.deploy.status;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.LocalPort;
import io.vigil.deploy.port.PortHolder;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.process.PidFile;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one part is at this moment.
 *
 * @param pid of the process that has its port, whoever started it; empty if there is none
 * @param health its answer, {@code UP} if it serves
 * @param kibibytes its memory
 */
public record PartStatus(
    String name, Optional<Long> pid, int port, String health, OptionalLong kibibytes) {
  private static final String HEALTHY = "UP";

  /** Looks and asks; takes two seconds when it does not answer. */
  public static PartStatus of(Part part, Ports ports, StateFolder home) {
    int port = ports.of(part.ports().get(0));
    Optional<Long> pid =
        PidFile.of(part.name(), home)
            .process()
            .map(ProcessHandle::pid)
            .or(() -> new LocalPort(port).holder().map(PortHolder::pid));
    OptionalLong memory = pid.map(ResidentMemory::of).orElseGet(OptionalLong::empty);
    return new PartStatus(
        part.name(), pid, port, pid.isPresent() ? part.health() : "stopped", memory);
  }

  public boolean isHealthy() {
    return health.equals(HEALTHY);
  }
}
