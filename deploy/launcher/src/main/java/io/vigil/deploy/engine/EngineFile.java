package io.vigil.deploy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an engine's settings. */
final class EngineFile {
  private EngineFile() {}

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    }
  }
}
