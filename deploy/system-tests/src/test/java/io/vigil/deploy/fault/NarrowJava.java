package io.vigil.deploy.fault;

import io.vigil.deploy.jdk.JavaHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A {@code bin/java} that may open only so many files, for which nobody has to be root. */
final class NarrowJava {
  private NarrowJava() {}

  /** Makes one in this folder. */
  static Path in(Path folder, int openFiles) {
    Path real = JavaHome.current().path().resolve("bin").resolve("java");
    String script = "#!/bin/sh\nulimit -n %d\nexec '%s' \"$@\"\n".formatted(openFiles, real);
    try {
      Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
      Files.writeString(java, script);
      Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
