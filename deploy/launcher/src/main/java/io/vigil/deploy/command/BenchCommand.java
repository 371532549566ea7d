package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Will run the benchmarks. */
@Command(name = "bench", description = "Runs the benchmarks (none is built yet).")
final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "one of them")
  private String name = "";

  @Override
  public Integer call() {
    return NotBuilt.tell(name.isEmpty() ? "the benchmarks are" : "the benchmark " + name + " is");
  }
}
