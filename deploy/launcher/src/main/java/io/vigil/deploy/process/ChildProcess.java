package io.vigil.deploy.process;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.folder.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A child that has been started. It ends at the latest when this JVM does: the tether in it watches
 * the pipe that is its standard input, which this object keeps open. Safe for use by many threads.
 */
public final class ChildProcess {
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final PidFile mark;

  private ChildProcess(String name, Process process, PidFile mark) {
    this.name = name;
    this.process = process;
    this.mark = mark;
  }

  /** Starts a child whose output is added to its log, and marks it in the state folder. */
  public static ChildProcess start(ChildCommand child, StateFolder home) {
    Path log = home.log(child.name());
    ProcessBuilder builder = new ProcessBuilder(CommandLine.of(child, TetherJar.in(home)));
    builder.directory(home.root().toFile());
    builder.environment().putAll(child.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    PidFile mark = PidFile.of(child.name(), home);
    try {
      return marked(child.name(), builder.start(), mark);
    } catch (IOException e) {
      throw new FolderUnusable(log, e);
    }
  }

  /** A child that cannot be marked, on a full disk, must not run unknown. */
  private static ChildProcess marked(String name, Process process, PidFile mark) {
    try {
      mark.write(process.toHandle());
      return new ChildProcess(name, process, mark);
    } catch (FolderUnusable e) {
      process.destroyForcibly();
      throw e;
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end, or for the interruption of this thread. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Whether it ended within this time. */
  public boolean endsWithin(Duration patience) {
    try {
      return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /** How it ended, in words; it must have ended. */
  public String ending() {
    int code = process.exitValue();
    return code > 128 ? "ended by signal " + (code - 128) : "exited with code " + code;
  }

  /** Asks it to end and waits; ends it by force when it takes longer than it may. */
  public void stop(Duration grace) {
    // Not Process.destroy(), which would close the pipes as well and so pull the tether.
    process.toHandle().destroy();
    if (!endsWithin(grace)) {
      kill();
    }
    mark.delete();
  }

  /** Ends it at once, as kill -9 does. */
  public void kill() {
    process.toHandle().destroyForcibly();
    if (!endsWithin(KILLED_WITHIN)) {
      throw new IllegalStateException(name + " (pid " + pid() + ") does not die");
    }
  }
}
