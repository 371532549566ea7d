package io.vigil.deploy.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK has for files, for folders. */
public final class Folders {
  private Folders() {}

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) throws IOException {
    List<Path> content;
    try (Stream<Path> files = Files.walk(folder)) {
      content = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : content) {
      Files.delete(file);
    }
  }
}
