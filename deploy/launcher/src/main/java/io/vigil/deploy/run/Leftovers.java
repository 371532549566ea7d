package io.vigil.deploy.run;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Parts;
import io.vigil.deploy.process.PidFile;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Parts of a run whose supervisor is gone. Their tethers end them within seconds; this waits for it
 * and sees to it.
 */
public record Leftovers(StateFolder home, List<String> names) {
  private static final long GRACE_SECONDS = 15;

  public static Leftovers of(StateFolder home) {
    List<String> names =
        Parts.STOP_ORDER.stream()
            .filter(name -> PidFile.of(name, home).process().isPresent())
            .toList();
    return new Leftovers(home, names);
  }

  /** Stops them in order. */
  public void stop(PrintStream out) throws InterruptedException {
    for (String name : names) {
      PidFile mark = PidFile.of(name, home);
      mark.process().ifPresent(ProcessHandle::destroy);
    }
    for (String name : names) {
      PidFile mark = PidFile.of(name, home);
      if (mark.process().isPresent()) {
        end(mark.process().get());
      }
      mark.delete();
      out.println("Stopped " + name + ", left over from an earlier run.");
    }
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
