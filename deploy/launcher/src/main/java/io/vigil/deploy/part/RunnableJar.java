package io.vigil.deploy.part;

import io.vigil.deploy.folder.FolderUnusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of a runnable jar says, so that it can be run in another way than by {@code
 * java -jar}, which alone would obey it.
 *
 * @param opened the packages that it opens and exports to itself, as options of the JVM
 */
record RunnableJar(Path path, String mainClass, List<String> opened) {
  RunnableJar {
    opened = List.copyOf(opened);
  }

  static RunnableJar of(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
      if (mainClass == null) {
        throw new IOException("it has no main class");
      }
      return new RunnableJar(
          path,
          mainClass,
          Stream.concat(
                  options("--add-exports", manifest.getValue("Add-Exports")),
                  options("--add-opens", manifest.getValue("Add-Opens")))
              .toList());
    } catch (IOException e) {
      throw new FolderUnusable(path, e);
    }
  }

  private static Stream<String> options(String option, @Nullable String packages) {
    return Optional.ofNullable(packages).stream()
        .flatMap(list -> Stream.of(list.trim().split("\\s+", -1)))
        .map(name -> option + "=" + name + "=ALL-UNNAMED");
  }
}
