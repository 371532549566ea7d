package io.vigil.deploy.run;

import io.vigil.deploy.credential.Credentials;
import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.jdk.JavaHomes;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.part.Parts;
import io.vigil.deploy.setting.Settings;
import io.vigil.deploy.setting.SettingsFile;
import io.vigil.deploy.supervision.Progress;
import io.vigil.deploy.supervision.StartFailed;
import io.vigil.deploy.supervision.Supervisor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Vigil on this machine while it lasts. Its parts end with this JVM at the latest, however that
 * ends. Safe for use by many threads.
 */
public final class VigilRun implements AutoCloseable {
  private final Settings settings;
  private final Supervisor supervisor;

  private VigilRun(Settings settings, Supervisor supervisor) {
    this.settings = settings;
    this.supervisor = supervisor;
  }

  /**
   * Begins to start all parts; to be closed whatever comes of it.
   *
   * @throws PortsTaken before anything is started
   */
  public static VigilRun begin(Settings settings, SourceTree tree, Progress progress)
      throws PortsTaken {
    List<Part> parts = Parts.of(settings, tree, JavaHomes.ofThisMachine().forCassandra());
    PortsTaken.check(parts, settings.ports());
    StateFolder home = settings.home();
    new SettingsFile(home).write(settings);
    CompletableFuture<Path> signIn =
        CompletableFuture.supplyAsync(() -> Credentials.prepare(settings));
    return new VigilRun(
        settings,
        Supervisor.start(parts, settings.ports(), home, Parts.STOP_ORDER, signIn, progress));
  }

  /**
   * Waits until every part serves; false if the run was stopped before.
   *
   * @throws StartFailed as soon as one does not come up; the others still run
   */
  public boolean awaitReady() throws StartFailed, InterruptedException {
    return supervisor.awaitReady();
  }

  /** The file that tells how to sign in. */
  public Path credentials() {
    return settings.home().root().resolve("credentials.json");
  }

  /** Stops all parts in order and waits for their ends. */
  @Override
  public void close() {
    supervisor.close();
  }
}
