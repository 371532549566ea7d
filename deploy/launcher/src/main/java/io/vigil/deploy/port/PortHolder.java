package io.vigil.deploy.port;

/**
 * The process that listens on a port.
 *
 * @param pid its number
 * @param command its command line, shortened
 */
public record PortHolder(long pid, String command) {
  private static final int LONGEST = 160;

  static PortHolder of(ProcessHandle process) {
    String line = process.info().commandLine().or(() -> process.info().command()).orElse("?");
    return new PortHolder(
        process.pid(), line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  @Override
  public String toString() {
    return "pid " + pid + " (" + command + ")";
  }
}
