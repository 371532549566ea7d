package io.vigil.deploy.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much of the machine's memory a process has, in kibibytes. */
final class ResidentMemory {
  private static final String LABEL = "VmRSS:";

  private ResidentMemory() {}

  static OptionalLong of(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.exists(status) ? in(Files.readAllLines(status, UTF_8)) : askPs(pid);
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong in(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(LABEL))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  /** Where there is no /proc (macOS). */
  private static OptionalLong askPs(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    String answer = new String(ps.getInputStream().readAllBytes(), UTF_8).trim();
    return answer.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(answer));
  }
}
