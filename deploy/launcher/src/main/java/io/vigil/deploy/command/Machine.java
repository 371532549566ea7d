package io.vigil.deploy.command;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.part.Parts;
import io.vigil.deploy.setting.Settings;
import io.vigil.deploy.setting.SettingsFile;
import io.vigil.deploy.status.StatusTable;
import io.vigil.deploy.supervision.SupervisorLock;
import java.util.List;

/** This machine as the commands see it: the tree, what the environment says, and what runs. */
record Machine(SourceTree tree, Settings asked) {
  static Machine here() {
    SourceTree tree = SourceTree.here();
    return new Machine(tree, Settings.from(System.getenv(), tree.root()));
  }

  /** The settings of the run that lasts; those asked for when nothing runs. */
  Settings running() {
    return SupervisorLock.holder(asked.home()).isPresent()
        ? new SettingsFile(asked.home()).read(asked)
        : asked;
  }

  /** How the parts of the run that lasts are. */
  StatusTable status() {
    Settings running = running();
    // To look at parts, it does not matter which JDK would start them.
    List<Part> parts = Parts.of(running, tree, JavaHome.current());
    return StatusTable.of(parts, running.ports(), running.home());
  }
}
