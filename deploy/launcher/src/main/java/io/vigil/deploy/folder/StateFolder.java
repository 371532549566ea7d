package io.vigil.deploy.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that keeps the state of one run: data, logs and the marks of running processes. */
public record StateFolder(Path root) {
  public StateFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** What one part keeps over restarts; created when it is missing. */
  public Path data(String part) {
    return created(root.resolve(part));
  }

  /** The file that takes a part's output. */
  public Path log(String part) {
    return created(root.resolve("log")).resolve(part + ".log");
  }

  /** A file that tells of a running process, worthless when nothing runs. */
  public Path run(String file) {
    return created(root.resolve("run")).resolve(file);
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FolderUnusable(folder, e);
    }
  }
}
