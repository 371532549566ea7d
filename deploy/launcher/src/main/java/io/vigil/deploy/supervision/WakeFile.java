package io.vigil.deploy.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.folder.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How another process tells the supervisor to start what is down at once. */
public final class WakeFile {
  private static final String NAME = "wake";

  private WakeFile() {}

  public static void leave(StateFolder home) {
    Path file = home.run(NAME);
    try {
      Files.writeString(file, "", UTF_8);
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    }
  }

  /** Whether somebody left one; it is gone then. */
  static boolean take(StateFolder home) {
    try {
      return Files.deleteIfExists(home.run(NAME));
    } catch (IOException e) {
      return false;
    }
  }
}
