package io.vigil.generator.store;

import io.vigil.generator.store.LedgerFiles.LedgerFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends outcomes to the file of the hour; see docs/formats/ledger.md. Written by one thread;
 * {@link #force} may be called by another.
 */
final class Ledger implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);

  private final LedgerFiles files;
  private final Duration keptFor;
  private final long size;
  private final long partSize;
  private final Lines waiting = new Lines();
  private volatile @Nullable AppendedFile file;
  private @Nullable LedgerFile place;

  /**
   * @param size of all files together, in bytes
   * @param partSize after which an hour goes on in another file
   */
  Ledger(LedgerFiles files, Duration keptFor, long size, long partSize) {
    this.files = files;
    this.keptFor = keptFor;
    this.size = size;
    this.partSize = partSize;
  }

  /** Goes on where an earlier run stopped. */
  void open(Instant now) throws IOException {
    List<LedgerFile> all = files.all();
    if (!all.isEmpty()) {
      go(all.get(all.size() - 1));
      AppendedFile current = file;
      if (current != null && current.tornBytes() > 0) {
        log.warn("the ledger's last line was cut short by a crash; its reading is sent again");
      }
    }
    tellDeleted(files.deleteOld(now, keptFor, size));
  }

  void line(Reading reading, Outcome outcome) {
    waiting.reading(reading).comma().text(outcome.code()).end();
  }

  int waiting() {
    return waiting.length();
  }

  void drop() {
    waiting.clear();
  }

  void flush(Instant now) throws IOException {
    if (waiting.length() == 0) {
      return;
    }
    AppendedFile current = fileFor(LedgerFiles.hourOf(now), now);
    current.append(waiting.content());
    waiting.clear();
  }

  /** For any thread. */
  void force() throws IOException {
    AppendedFile current = file;
    if (current != null) {
      current.force();
    }
  }

  @Override
  public void close() {
    AppendedFile current = file;
    if (current != null) {
      current.close();
    }
  }

  private AppendedFile fileFor(long hour, Instant now) throws IOException {
    AppendedFile current = file;
    LedgerFile last = place;
    if (current != null && last != null) {
      if (last.hour() == hour && current.size() < partSize) {
        return current;
      }
      current.force();
      current.close();
      file = null;
    }
    AppendedFile next = go(files.fileOf(hour, partAfter(last, hour)));
    tellDeleted(files.deleteOld(now, keptFor, size));
    return next;
  }

  private static int partAfter(@Nullable LedgerFile last, long hour) {
    return last != null && last.hour() == hour ? last.part() + 1 : 0;
  }

  private AppendedFile go(LedgerFile to) throws IOException {
    AppendedFile opened = AppendedFile.open(to.path());
    place = to;
    file = opened;
    return opened;
  }

  private static void tellDeleted(List<String> early) {
    if (!early.isEmpty()) {
      log.warn("the ledger is larger than it may be and lost its oldest files: {}", early);
    }
  }
}
