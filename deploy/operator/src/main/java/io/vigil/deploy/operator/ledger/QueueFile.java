package io.vigil.deploy.operator.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The generator's queue on disk; the format is in docs/formats/generator-queue.md. */
public record QueueFile(Path file) {
  private static final int MEASURED_FIELDS = 6;
  private static final int DECIDED_FIELDS = 3;

  /** What has no decision yet; nothing where there is no queue. */
  public Undecided read() {
    Map<String, LedgerLine> undecided = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line.split(",", -1), undecided);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<SeriesName, List<Sent>> readings = new HashMap<>();
    undecided
        .values()
        .forEach(
            one -> readings.computeIfAbsent(one.series(), s -> new ArrayList<>()).add(one.sent()));
    return new Undecided(readings);
  }

  private static void take(String[] fields, Map<String, LedgerLine> undecided) {
    if (fields.length == MEASURED_FIELDS && fields[0].equals("+")) {
      try {
        SeriesName series = new SeriesName(fields[2], fields[3]);
        Sent sent =
            new Sent(Long.parseLong(fields[1]), Integer.parseInt(fields[4]), Outcome.QUEUED, "");
        undecided.put(fields[2] + "," + fields[5], new LedgerLine(series, sent, fields[5]));
      } catch (NumberFormatException e) {
        return; // A torn line; the generator leaves it out as well.
      }
    } else if (fields.length == DECIDED_FIELDS && fields[0].equals("-")) {
      undecided.remove(fields[1] + "," + fields[2]);
    }
  }

  /** Readings that may be stored or not. */
  public record Undecided(Map<SeriesName, List<Sent>> readings) {}
}
