package io.vigil.generator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text file that grows by whole lines. What a crash or a full disk left of a line is cut off or
 * written over. Written by one thread; {@link #force} may be called by another.
 */
final class AppendedFile implements AutoCloseable {
  private final FileChannel channel;
  private final long tornBytes;
  private long size;
  private volatile boolean dirty;

  private AppendedFile(FileChannel channel, long size, long tornBytes) {
    this.channel = channel;
    this.size = size;
    this.tornBytes = tornBytes;
  }

  /** Opens or makes the file, and cuts off a last line that has no end. */
  static AppendedFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    long whole = endOfLastLine(channel);
    long torn = channel.size() - whole;
    if (torn > 0) {
      channel.truncate(whole);
    }
    return new AppendedFile(channel, whole, torn);
  }

  /** Bytes of a last line without an end that were found and cut off. */
  long tornBytes() {
    return tornBytes;
  }

  /** Of whole lines, in bytes. */
  long size() {
    return size;
  }

  /** Adds lines; if that fails, the file counts as if nothing had been added. */
  void append(ByteBuffer lines) throws IOException {
    long at = size;
    while (lines.hasRemaining()) {
      at += channel.write(lines, at);
    }
    if (at != size) {
      size = at;
      dirty = true;
    }
  }

  /** Brings what was added onto the disk itself. */
  void force() throws IOException {
    if (dirty && channel.isOpen()) {
      dirty = false;
      channel.force(false);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(8_192);
    for (long end = channel.size(); end > 0; ) {
      long start = Math.max(0, end - window.capacity());
      window.clear().limit((int) (end - start));
      channel.read(window, start);
      for (int i = window.position() - 1; i >= 0; i--) {
        if (window.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }
}
