package io.vigil.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.health.HttpProbe;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.process.ChildCommand;
import io.vigil.deploy.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server under measurement, in a process of its own. */
public final class Server implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

  private final ChildProcess process;
  private final Path log;

  private Server(ChildProcess process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Server start(ChildCommand command, StateFolder folder) {
    return new Server(ChildProcess.start(command, folder), folder.log(command.name()));
  }

  public long pid() {
    return process.pid();
  }

  /** Processor time that it has used so far. */
  public double cpuSeconds() throws IOException {
    return CpuTime.secondsOf(pid());
  }

  /** What it has written to its output. */
  public String output() throws IOException {
    return Files.readString(log, UTF_8);
  }

  /**
   * Waits until its health says that it is ready.
   *
   * @throws IllegalStateException with the end of its output, if it ends or takes too long
   */
  public Server awaitReady(int managementPort) throws IOException {
    return await(new HttpProbe("127.0.0.1", managementPort));
  }

  /**
   * Waits until it listens on this port.
   *
   * @throws IllegalStateException with the end of its output, if it ends or takes too long
   */
  public Server awaitListening(int port) throws IOException {
    return await(new TcpProbe(port));
  }

  private Server await(Probe probe) throws IOException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!probe.answers()) {
      if (process.endsWithin(BETWEEN_PROBES) || System.nanoTime() > deadline) {
        throw new IllegalStateException(process.name() + " does not get ready:\n" + lastWords());
      }
    }
    return this;
  }

  /**
   * Waits for its end.
   *
   * @throws IllegalStateException with the end of its output, if it takes longer
   */
  public void awaitEnd(Duration within) throws IOException {
    if (!process.endsWithin(within)) {
      throw new IllegalStateException(process.name() + " does not end:\n" + lastWords());
    }
  }

  private String lastWords() throws IOException {
    String all = output();
    return all.substring(Math.max(0, all.length() - 2_000));
  }

  @Override
  public void close() {
    process.stop(STOPS_WITHIN);
  }
}
