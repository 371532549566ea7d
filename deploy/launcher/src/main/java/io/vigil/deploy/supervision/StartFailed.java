package io.vigil.deploy.supervision;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.process.LogFile;
import java.util.List;

/** A part did not come up; the message names it and the reason, and ends with its last words. */
public final class StartFailed extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LINES = 25;

  StartFailed(String message) {
    super(message);
  }

  static StartFailed of(String part, String reason, StateFolder home) {
    String message = part + " did not come up: " + reason;
    List<String> log = new LogFile(home.log(part)).tail(LINES);
    return new StartFailed(
        log.isEmpty()
            ? message
            : message + ". The end of " + home.log(part) + ":\n    " + String.join("\n    ", log));
  }
}
