package io.vigil.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where and with what was measured.
 *
 * @param processor its name and how many
 * @param memory of the machine
 * @param system the operating system
 * @param versions of what was measured
 */
record Machine(LocalDate date, String processor, String memory, String system, String versions) {

  /** This one. */
  static Machine here() throws IOException {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors()
            + " × "
            + after(Path.of("/proc/cpuinfo"), "model name", "processor of unknown name"),
        memory(after(Path.of("/proc/meminfo"), "MemTotal", "")),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "Java %s, Kafka %s, Vigil at commit %s"
            .formatted(Runtime.version(), AppInfoParser.getVersion(), commit()));
  }

  String toLine() {
    return "%s · %s, %s, %s · %s".formatted(date, processor, memory, system, versions);
  }

  private static String memory(String kilobytes) {
    String digits = kilobytes.replaceAll("\\D", "");
    return digits.isEmpty()
        ? "memory unknown"
        : String.format(Locale.ROOT, "%.0f GB", Long.parseLong(digits) / 1e6);
  }

  private static String after(Path file, String name, String otherwise) throws IOException {
    if (!Files.isReadable(file)) {
      return otherwise;
    }
    return Files.readAllLines(file, UTF_8).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .filter(Predicate.not(String::isEmpty))
        .findFirst()
        .orElse(otherwise);
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(SourceTree.here().root().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return said.isEmpty() ? "unknown" : said;
    } catch (IOException e) {
      return "unknown";
    }
  }
}
