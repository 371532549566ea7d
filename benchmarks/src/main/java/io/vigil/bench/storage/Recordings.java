package io.vigil.bench.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Real recordings of heart rates: every CSV file of a folder, {@code
 * patient,epoch_ms,heart_rate_bpm} under a heading. Left out are those that the codes of blocks
 * were tuned on.
 */
final class Recordings {
  /** Of these, every second patient was, from the first on. */
  private static final Set<String> TUNED_ON = Set.of("bidmc.csv", "stress-predict.csv");

  private static final int FIELDS = 3;
  private static final int HUNDREDTHS = 100;

  private final List<ReadingColumns> recordings;

  private Recordings(List<ReadingColumns> recordings) {
    this.recordings = recordings;
  }

  /**
   * Reads a folder.
   *
   * @throws IllegalArgumentException if there are none in it
   */
  static Recordings in(Path folder) throws IOException {
    List<ReadingColumns> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> content = Files.list(folder)) {
      files = content.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      boolean tunedOn = TUNED_ON.contains(String.valueOf(file.getFileName()));
      int i = 0;
      for (ReadingColumnsBuilder patient : patients(file)) {
        if (!tunedOn || i % 2 == 1) {
          found.add(patient.build());
        }
        i++;
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(folder + " has no recordings: CSV files are needed there");
    }
    return new Recordings(found);
  }

  private static Iterable<ReadingColumnsBuilder> patients(Path file) throws IOException {
    Map<String, ReadingColumnsBuilder> patients = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file, UTF_8);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] fields = line.split(",", -1);
      if (fields.length != FIELDS) {
        throw new IllegalArgumentException(file + ": not patient, time and value: " + line);
      }
      BigDecimal value = new BigDecimal(fields[2]).setScale(2, RoundingMode.HALF_EVEN);
      patients
          .computeIfAbsent(fields[0], absent -> new ReadingColumnsBuilder())
          .add(Long.parseLong(fields[1]), value.unscaledValue().intValueExact());
    }
    return patients.values();
  }

  /** The same as a monitor shows them, in whole beats. */
  Recordings whole() {
    return new Recordings(recordings.stream().map(Recordings::rounded).toList());
  }

  /** Those that have other values than whole beats. */
  Recordings finer() {
    return new Recordings(recordings.stream().filter(each -> !each.equals(rounded(each))).toList());
  }

  private static ReadingColumns rounded(ReadingColumns readings) {
    ReadingColumnsBuilder rounded = new ReadingColumnsBuilder();
    for (int i = 0; i < readings.size(); i++) {
      rounded.add(readings.timeAt(i), Math.round(readings.valueAt(i) / 100f) * HUNDREDTHS);
    }
    return rounded.build();
  }

  boolean isEmpty() {
    return recordings.isEmpty();
  }

  int readings() {
    return recordings.stream().mapToInt(ReadingColumns::size).sum();
  }

  List<ReadingColumns> each() {
    return recordings;
  }

  /** One after the other as if they were one patient's, cut into hours as the hot window is. */
  List<ReadingColumns> hours() {
    List<ReadingColumns> hours = new ArrayList<>();
    ReadingColumnsBuilder hour = new ReadingColumnsBuilder();
    long at = 0;
    long start = 0;
    for (ReadingColumns recording : recordings) {
      long shift = at - recording.timeAt(0);
      for (int i = 0; i < recording.size(); i++) {
        at = recording.timeAt(i) + shift;
        if (HotWindow.blockStart(at) > start) {
          hours.add(hour.build());
          hour = new ReadingColumnsBuilder();
          start = HotWindow.blockStart(at);
        }
        hour.add(at, recording.valueAt(i));
      }
      at += 1_000;
    }
    hours.add(hour.build());
    return hours;
  }
}
