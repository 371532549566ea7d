package io.vigil.deploy.command;

/** Says honestly that a command does nothing yet. */
final class NotBuilt {
  /** As of a command that the shell does not find. */
  private static final int EXIT_CODE = 127;

  private NotBuilt() {}

  static int tell(String what) {
    System.err.println("vigil: " + what + " not built yet; nothing was done.");
    return EXIT_CODE;
  }
}
