package io.vigil.deploy.part;

import io.vigil.deploy.engine.EngineNode;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.process.ChildCommand;
import java.util.Optional;

/** Kafka or Cassandra. */
record EnginePart(String name, EngineNode node) implements Part {
  @Override
  public Optional<String> after() {
    return Optional.empty();
  }

  @Override
  public ChildCommand prepare() {
    return node.prepare();
  }

  @Override
  public Probe probe() {
    return node.probe();
  }
}
