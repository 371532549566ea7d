package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** In the list of commands; the script runs the benchmarks itself, in a JVM of their own. */
@Command(name = "bench", description = "Runs the benchmark that is named.")
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return OnlyByScript.tell("bench");
  }
}
