package io.vigil.deploy.engine;

import io.vigil.deploy.health.Probe;
import io.vigil.deploy.process.ChildCommand;

/** An engine as it lies in a state folder, running or not. */
public sealed interface EngineNode permits KafkaNode, CassandraNode {
  /** Writes its settings, prepares its storage the first time, and says how to start it. */
  ChildCommand prepare();

  /** Asks whether it serves. */
  Probe probe();
}
