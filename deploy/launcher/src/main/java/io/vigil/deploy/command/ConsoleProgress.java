package io.vigil.deploy.command;

import io.vigil.deploy.supervision.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the person at the terminal, or the log of a detached run, a line for each event. */
final class ConsoleProgress implements Progress {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final double SECOND = 1_000;

  private final PrintStream out;
  private final InstantSource clock;
  private final ZoneId zone;

  ConsoleProgress(PrintStream out, InstantSource clock, ZoneId zone) {
    this.out = out;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void ready(String part, Duration after) {
    tell(part, "ready after " + seconds(after));
  }

  @Override
  public void died(String part, String how, Duration again) {
    tell(part, how + "; starting it again in " + again.toSeconds() + " s");
  }

  @Override
  public void leftAlone(String part, int port, String holder) {
    tell(part, "port " + port + " is taken by " + holder + "; leaving that one alone");
  }

  @Override
  public void stopped(String part, Duration took) {
    tell(part, "stopped in " + seconds(took));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / SECOND);
  }

  private void tell(String part, String what) {
    String time = TIME.format(clock.instant().atZone(zone));
    out.println("%s  %-18s %s".formatted(time, part, what));
  }
}
