package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** In the list of commands; the script runs it from deploy/operator. */
@Command(name = "verify", description = "Compares what the generator sent with what is stored.")
final class VerifyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return OnlyByScript.tell("verify");
  }
}
