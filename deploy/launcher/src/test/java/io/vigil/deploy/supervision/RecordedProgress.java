package io.vigil.deploy.supervision;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears as a line for each event. */
final class RecordedProgress implements Progress {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void ready(String part, Duration after) {
    lines.add(part + " ready");
  }

  @Override
  public void died(String part, String how, Duration again) {
    lines.add(part + " " + how + ", again in " + again.toSeconds());
  }

  @Override
  public void leftAlone(String part, int port, String holder) {
    lines.add(part + " left alone");
  }

  @Override
  public void stopped(String part, Duration took) {
    lines.add(part + " stopped");
  }
}
