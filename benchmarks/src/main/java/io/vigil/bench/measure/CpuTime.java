package io.vigil.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processor time of a process, from {@code /proc} and so on Linux alone. */
public final class CpuTime {
  /** What the kernel counts in when it tells of it, on every machine that runs Java. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private CpuTime() {}

  /** User and system time that this process has used so far, its ended children aside. */
  public static double secondsOf(long pid) throws IOException {
    return seconds(Files.readString(Path.of("/proc", Long.toString(pid), "stat"), UTF_8));
  }

  /** From the file's line, in which the name of the program may hold spaces and brackets. */
  static double seconds(String stat) {
    List<String> fields =
        List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+", -1));
    return (Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM)))
        / TICKS_PER_SECOND;
  }
}
