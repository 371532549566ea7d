package io.vigil.deploy.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.folder.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The mark of a process on disk: its pid and when it started, so that a number which the system has
 * given to another process in the meantime is not taken for ours.
 */
public final class PidFile {
  /** The start time is derived from the boot time, which a clock that is set may shift a little. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private final Path file;

  private PidFile(Path file) {
    this.file = file;
  }

  /** The mark of a part, or of something else that has a name. */
  public static PidFile of(String name, StateFolder home) {
    return new PidFile(home.run(name + ".pid"));
  }

  public void write(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.writeString(file, process.pid() + " " + start + "\n", UTF_8);
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    }
  }

  /** The process, if the one that was marked still runs. */
  public Optional<ProcessHandle> process() {
    try {
      String[] words = Files.readString(file, UTF_8).trim().split(" ", 2);
      Instant start = Instant.parse(words[1]);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(found -> startedAt(found, start));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    } catch (RuntimeException e) {
      // Half written when the machine went down: it marks nothing.
      return Optional.empty();
    }
  }

  private static boolean startedAt(ProcessHandle found, Instant start) {
    return found
        .info()
        .startInstant()
        .map(actual -> Duration.between(start, actual).abs().compareTo(SAME_START) <= 0)
        .orElse(false);
  }
}
