package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the list of commands; the script runs the benchmarks, which are built apart. */
@Command(name = "bench", description = "Runs the benchmarks against what up has started.")
final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "one of them")
  private String name = "";

  @Override
  public Integer call() {
    System.err.println("vigil: run the benchmarks by the script: ./vigil bench " + name);
    return 1;
  }
}
