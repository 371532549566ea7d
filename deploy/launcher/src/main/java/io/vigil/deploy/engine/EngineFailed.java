package io.vigil.deploy.engine;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.process.LogFile;

/** An engine did not start; the message ends with the last lines of its log. */
public final class EngineFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LINES = 30;

  private EngineFailed(String message) {
    super(message);
  }

  static EngineFailed withLog(String part, String reason, StateFolder home) {
    String log = String.join("\n", new LogFile(home.log(part)).tail(LINES));
    return new EngineFailed(part + " " + reason + "; the end of " + home.log(part) + ":\n" + log);
  }
}
