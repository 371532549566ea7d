package io.vigil.deploy.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A child's log, kept from growing without end. The child itself appends to it, so nothing of the
 * launcher stands between a child and its last words; the launcher turns it over.
 */
public final class LogFile {
  private static final long TAIL_BYTES = 64 * 1024;

  /** Large enough for a day of a service in trouble, small enough for all of them together. */
  private static final long LIMIT_BYTES = 16 * 1024 * 1024;

  private final Path file;
  private final long limit;

  public LogFile(Path file) {
    this(file, LIMIT_BYTES);
  }

  LogFile(Path file, long limitBytes) {
    this.file = file;
    this.limit = limitBytes;
  }

  /** Puts the log of an earlier run aside, in place of the one before it. */
  public void rotate() {
    try {
      if (Files.exists(file)) {
        Files.move(file, aside(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new FolderUnusable(file, e);
    }
  }

  /**
   * Turns the log over when it is larger than its limit: copies it aside and empties it under its
   * writer, who appends. Lines written between the two are lost. On a full disk nothing happens.
   */
  public void bound() {
    try {
      if (Files.exists(file) && Files.size(file) > limit) {
        Files.copy(file, aside(), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    } catch (IOException e) {
      // The next round comes soon, and a log is not worth stopping for.
    }
  }

  /** The last lines, none if there is no log. */
  public List<String> tail(int lines) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(Math.max(0, in.length() - TAIL_BYTES));
      byte[] end = new byte[(int) Math.min(TAIL_BYTES, in.length())];
      in.readFully(end);
      List<String> all = new String(end, UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path aside() {
    return file.resolveSibling(file.getFileName() + ".1");
  }
}
