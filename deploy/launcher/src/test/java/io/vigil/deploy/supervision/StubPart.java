package io.vigil.deploy.supervision;

import io.vigil.deploy.health.HttpProbe;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.process.ChildCommand;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part made of a {@link StubService}. */
record StubPart(
    String name, Optional<String> after, VigilPort role, int port, List<String> arguments)
    implements Part {
  static StubPart serving(String name, VigilPort role, Ports ports) {
    int port = ports.of(role);
    return new StubPart(name, Optional.empty(), role, port, List.of(Integer.toString(port)));
  }

  static StubPart failing(String name, VigilPort role, String lastWords) {
    return new StubPart(name, Optional.empty(), role, 1, List.of("fail", lastWords));
  }

  StubPart startedAfter(StubPart other) {
    return new StubPart(name, Optional.of(other.name()), role, port, arguments);
  }

  @Override
  public ChildCommand prepare() {
    return new ChildCommand(
        name,
        JavaHome.current().path(),
        List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
        List.of(testClasses()),
        StubService.class.getName(),
        arguments,
        Map.of());
  }

  @Override
  public Probe probe() {
    return new HttpProbe("127.0.0.1", port);
  }

  @Override
  public List<VigilPort> ports() {
    return List.of(role);
  }

  private static Path testClasses() {
    try {
      return Path.of(StubService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
