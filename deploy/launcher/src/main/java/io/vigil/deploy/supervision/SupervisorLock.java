package io.vigil.deploy.supervision;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.process.PidFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one supervisor of a state folder as long as it lives; the system releases it when the
 * process dies, however that comes about.
 */
public final class SupervisorLock implements AutoCloseable {
  private static final String NAME = "supervisor";

  private final FileChannel channel;
  private final PidFile mark;

  private SupervisorLock(FileChannel channel, PidFile mark) {
    this.channel = channel;
    this.mark = mark;
  }

  /** Takes the lock; empty if another process has it. */
  public static Optional<SupervisorLock> take(StateFolder home) {
    Path file = home.run(NAME + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      PidFile mark = PidFile.of(NAME, home);
      mark.write(ProcessHandle.current());
      return Optional.of(new SupervisorLock(channel, mark));
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    }
  }

  /** The supervisor that lives now. */
  public static Optional<ProcessHandle> holder(StateFolder home) {
    return PidFile.of(NAME, home).process();
  }

  @Override
  public void close() {
    mark.delete();
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
