package io.vigil.deploy.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets a process hang and go on. */
final class Signal {
  private Signal() {}

  /** As {@code kill -STOP} does: it hangs, and its connections stay open. */
  static void stop(long pid) {
    send("-STOP", pid);
  }

  static void goOn(long pid) {
    send("-CONT", pid);
  }

  private static void send(String signal, long pid) {
    try {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill %s %d failed".formatted(signal, pid));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
