package io.vigil.deploy.status;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.Ports;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** How all parts are, each asked at the same time. */
public record StatusTable(List<PartStatus> rows) {
  private static final String FORMAT = "%-20s %8s %6s  %-16s %9s%n";
  private static final int KIBI = 1024;

  public StatusTable {
    rows = List.copyOf(rows);
  }

  public static StatusTable of(List<Part> parts, Ports ports, StateFolder home) {
    return new StatusTable(
        parts.parallelStream().map(part -> PartStatus.of(part, ports, home)).toList());
  }

  public boolean isHealthy() {
    return rows.stream().allMatch(PartStatus::isHealthy);
  }

  @Override
  public String toString() {
    long all = rows.stream().mapToLong(row -> row.kibibytes().orElse(0)).sum();
    return line("NAME", "PID", "PORT", "HEALTH", "MEMORY")
        + rows.stream().map(StatusTable::line).collect(Collectors.joining())
        + line("", "", "", "", megabytes(OptionalLong.of(all)));
  }

  private static String line(PartStatus row) {
    String pid = row.pid().map(number -> Long.toString(number)).orElse("-");
    String port = Integer.toString(row.port());
    return line(row.name(), pid, port, row.health(), megabytes(row.kibibytes()));
  }

  private static String line(String name, String pid, String port, String health, String memory) {
    return FORMAT.formatted(name, pid, port, health, memory).stripTrailing() + "\n";
  }

  private static String megabytes(OptionalLong kibibytes) {
    return kibibytes.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%d MB", kibibytes.getAsLong() / KIBI);
  }
}
