package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** In the list of commands; the script runs the tests itself, for they build this code. */
@Command(name = "test", description = "Runs all tests; installs what they need.")
final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return OnlyByScript.tell("test");
  }
}
