package io.vigil.deploy.operator.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of ledger files, one for each hour, that their writer may be adding to. */
public record LedgerFolder(Path folder) {
  private static final Pattern FILE = Pattern.compile("ledger-(\\d{1,9})(?:-\\d{1,9})?\\.csv");

  /**
   * Reads everything that is there, from this hour since 1970 on.
   *
   * @throws UncheckedIOException if a file is there and cannot be read
   */
  public Ledger read(long fromHour) {
    Map<SeriesName, List<Sent>> sent = new HashMap<>();
    long unreadable = 0;
    long earliest = Long.MAX_VALUE;
    for (Path file : files()) {
      long hour = hour(file).orElse(-1L);
      if (hour >= fromHour) {
        earliest = Math.min(earliest, hour);
        unreadable += read(file, sent);
      }
    }
    return new Ledger(sent, unreadable, earliest * Duration.ofHours(1).toMillis());
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> hour(file).isPresent()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Long> hour(Path file) {
    Matcher name = FILE.matcher(file.getFileName().toString());
    return name.matches() ? Optional.of(Long.parseLong(name.group(1))) : Optional.empty();
  }

  private static long read(Path file, Map<SeriesName, List<Sent>> into) {
    long unreadable = 0;
    try (BufferedReader characters = Files.newBufferedReader(file, UTF_8)) {
      for (String line = wholeLine(characters); line != null; line = wholeLine(characters)) {
        Optional<LedgerLine> read = LedgerLine.parse(line);
        read.ifPresent(
            one -> into.computeIfAbsent(one.series(), name -> new ArrayList<>()).add(one.sent()));
        unreadable += read.isPresent() ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return unreadable;
  }

  /** The next line that ends with a line feed; one without is being written, or torn. */
  private static @Nullable String wholeLine(BufferedReader characters) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = characters.read(); next >= 0; next = characters.read()) {
      if (next == '\n') {
        return line.toString();
      }
      line.append((char) next);
    }
    return null;
  }
}
