package io.vigil.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk so small that a test can fill it: a tmpfs, to which a link leads from where somebody keeps
 * their data. Who may mount nothing has none.
 */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;

  private final Path mount;

  private SmallDisk(Path mount) {
    this.mount = mount;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "umount"));
  }

  /** Whether this user may mount one on this machine: root on Linux, outside most containers. */
  static boolean canBeMounted() {
    try {
      SmallDisk probe = mounted(1);
      probe.close();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Mounts one of so many megabytes; this folder, which must not exist, is a link to it. */
  static SmallDisk at(Path folder, int megabytes) {
    SmallDisk disk = mounted(megabytes);
    try {
      Files.createDirectories(folder.getParent());
      Files.createSymbolicLink(folder, disk.mount);
    } catch (IOException e) {
      disk.close();
      throw new UncheckedIOException(e);
    }
    return disk;
  }

  private static SmallDisk mounted(int megabytes) {
    try {
      Path mount = Files.createTempDirectory("vigil-disk-");
      run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mount.toString());
      return new SmallDisk(mount);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves no room on it. */
  void fill() {
    try (OutputStream filler = Files.newOutputStream(filler())) {
      while (true) {
        filler.write(new byte[BLOCK]);
      }
    } catch (IOException e) {
      if (isRoom()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean isRoom() {
    try {
      return Files.getFileStore(mount).getUsableSpace() >= BLOCK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes back what {@link #fill} has written. */
  void makeRoom() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return mount.resolve("filler");
  }

  /** Takes it away, now or when the last who uses it has ended; harmless when it is gone. */
  @Override
  public void close() {
    try {
      if (Files.exists(mount)) {
        run("umount", "--lazy", mount.toString());
        Files.delete(mount);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(String.join(" ", words) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
