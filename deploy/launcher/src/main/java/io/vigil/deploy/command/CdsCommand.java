package io.vigil.deploy.command;

import io.vigil.deploy.credential.Credentials;
import io.vigil.deploy.folder.Folders;
import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Parts;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What {@code up} does after a build. */
@Command(
    name = "cds",
    description = "Records the services' classes, which halves the work of their starts.")
final class CdsCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    Path home = Files.createTempDirectory("vigil-cds");
    try {
      Settings apart =
          new Settings(new StateFolder(home), "127.0.0.1", Ports.free(), 1, Optional.empty());
      Credentials.prepare(apart);
      Parts.archiveClasses(apart, SourceTree.here());
      return 0;
    } finally {
      Folders.delete(home);
    }
  }
}
