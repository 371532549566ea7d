package io.vigil.generator.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;

/** The queue's file; see docs/formats/generator-queue.md. Not for several threads. */
final class QueueFile implements AutoCloseable {
  private static final int WRITE_AT_BYTES = 1 << 18;

  private final Path path;
  private final long tidyFrom;
  private final Lines measured = new Lines();
  private final Lines decided = new Lines();
  private volatile AppendedFile file;
  private long sizeWhenTidy;

  private QueueFile(Path path, long tidyFrom, AppendedFile file) {
    this.path = path;
    this.tidyFrom = tidyFrom;
    this.file = file;
    this.sizeWhenTidy = file.size();
  }

  /**
   * @param tidyFrom bytes below which it is never written anew
   */
  static QueueFile open(Path path, long tidyFrom) throws IOException {
    return new QueueFile(path, tidyFrom, AppendedFile.open(path));
  }

  /** Reads what is there. */
  StoredReadings read() throws IOException {
    StoredReadings stored = new StoredReadings();
    // Byte for byte: what a loss of power left may be no UTF-8.
    try (BufferedReader lines =
        Files.newBufferedReader(path, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        stored.line(line);
      }
    }
    return stored;
  }

  long tornBytes() {
    return file.tornBytes();
  }

  void measured(Reading reading) {
    measured.text("+,").reading(reading).end();
  }

  void decided(Reading reading) {
    decided.text("-,").text(reading.patient()).comma().number(reading.seq()).end();
  }

  /** Bytes that wait to be written. */
  int waiting() {
    return measured.length() + decided.length();
  }

  void flushMeasured() throws IOException {
    flush(measured);
  }

  void flushDecided() throws IOException {
    flush(decided);
  }

  /** Forgets what waits. */
  void drop() {
    measured.clear();
    decided.clear();
  }

  /** For any thread. */
  void force() throws IOException {
    file.force();
  }

  /** Whether writing it anew may win half of its size. */
  boolean isUntidy() {
    return file.size() > Math.max(tidyFrom, 2 * sizeWhenTidy);
  }

  /** Writes it anew with these readings alone, which have been flushed. */
  void tidy(Stream<Reading> undecided) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(next);
    AppendedFile made = AppendedFile.open(next);
    try {
      Lines lines = new Lines();
      for (Iterator<Reading> each = undecided.iterator(); each.hasNext(); ) {
        lines.text("+,").reading(each.next()).end();
        if (lines.length() > WRITE_AT_BYTES) {
          made.append(lines.content());
          lines.clear();
        }
      }
      made.append(lines.content());
      made.force();
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      made.close();
      throw e;
    }
    AppendedFile old = file;
    file = made;
    sizeWhenTidy = made.size();
    old.close();
  }

  @Override
  public void close() {
    file.close();
  }

  private void flush(Lines lines) throws IOException {
    if (lines.length() > 0) {
      file.append(lines.content());
      lines.clear();
    }
  }
}
