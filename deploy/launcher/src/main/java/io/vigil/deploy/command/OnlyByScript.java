package io.vigil.deploy.command;

/** Sends whoever calls the launcher without its script to the script. */
final class OnlyByScript {
  private OnlyByScript() {}

  static int tell(String command) {
    System.err.println("vigil: use the script: ./vigil " + command);
    return 1;
  }
}
