package io.vigil.generator.store;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the ledger's folder: one an hour, or more where an hour has much. */
final class LedgerFiles {
  private static final Pattern NAME = Pattern.compile("ledger-(\\d{1,9})(?:-(\\d{1,6}))?\\.csv");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Path folder;

  LedgerFiles(Path folder) {
    this.folder = folder;
  }

  static long hourOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), HOUR.toSeconds());
  }

  /** The oldest first. */
  List<LedgerFile> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .flatMap(path -> LedgerFile.of(path).stream())
          .sorted(Comparator.comparingLong(LedgerFile::hour).thenComparingInt(LedgerFile::part))
          .toList();
    }
  }

  /** The file with this hour's next lines. */
  LedgerFile fileOf(long hour, int part) {
    String name = part == 0 ? "ledger-%d.csv" : "ledger-%d-%d.csv";
    return new LedgerFile(folder.resolve(name.formatted(hour, part)), hour, part);
  }

  /** The last lines of all, at least so many bytes of them if there are as many. */
  List<String> lastLines(int bytes) throws IOException {
    List<LedgerFile> files = all();
    List<String> lines = new ArrayList<>();
    long left = bytes;
    for (int i = files.size() - 1; i >= 0 && left > 0; i--) {
      Path path = files.get(i).path();
      long size = Files.size(path);
      lines.addAll(linesFrom(path, Math.max(0, size - left)));
      left -= size;
    }
    return lines;
  }

  /**
   * Deletes what is older than it is kept for, and the oldest beyond the size for all together,
   * though never the newest file.
   *
   * @return the names of those that had to go although they were not too old
   */
  List<String> deleteOld(Instant now, Duration keptFor, long size) throws IOException {
    List<LedgerFile> files = all();
    long total = 0;
    List<String> early = new ArrayList<>();
    for (int i = files.size() - 1; i >= 0; i--) {
      LedgerFile file = files.get(i);
      total += Files.size(file.path());
      boolean isOld = file.end().plus(keptFor).isBefore(now);
      if (isOld || (total > size && i < files.size() - 1)) {
        Files.delete(file.path());
        if (!isOld) {
          early.add(file.path().getFileName().toString());
        }
      }
    }
    return early;
  }

  private static List<String> linesFrom(Path path, long start) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.position(start);
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    }
  }

  /**
   * One file.
   *
   * @param hour hours since the epoch
   * @param part which of that hour, from 0
   */
  record LedgerFile(Path path, long hour, int part) {
    static Optional<LedgerFile> of(Path path) {
      Matcher name = NAME.matcher(path.getFileName().toString());
      if (!name.matches()) {
        return Optional.empty();
      }
      int part = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
      return Optional.of(new LedgerFile(path, Long.parseLong(name.group(1)), part));
    }

    Instant end() {
      return Instant.ofEpochSecond((hour + 1) * HOUR.toSeconds());
    }
  }
}
