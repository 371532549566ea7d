package io.vigil.deploy.process;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.folder.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar with nothing in it but {@link Tether}, written from our own class path into the state
 * folder, so that it is there whether the launcher runs from a jar or from compiled classes.
 */
final class TetherJar {
  private static final String ENTRY = Tether.class.getName().replace('.', '/') + ".class";

  private TetherJar() {}

  /** The path of the jar. A jar that is right already is left alone: children have it open. */
  static Path in(StateFolder home) {
    Path jar = home.run("tether.jar");
    try {
      byte[] wanted = bytes();
      if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), wanted)) {
        Path fresh = Files.createTempFile(jar.getParent(), "tether", ".tmp");
        Files.write(fresh, wanted);
        Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
      }
      return jar;
    } catch (IOException e) {
      throw new FolderUnusable(jar, e);
    }
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (InputStream type = Tether.class.getResourceAsStream("/" + ENTRY);
        ZipOutputStream zip = new ZipOutputStream(jar)) {
      if (type == null) {
        throw new IOException(ENTRY + " is not on the class path");
      }
      ZipEntry entry = new ZipEntry(ENTRY);
      entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      type.transferTo(zip);
    }
    return jar.toByteArray();
  }
}
