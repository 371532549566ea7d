package io.vigil.deploy.fault;

import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import io.vigil.deploy.operator.ledger.Ledger;
import io.vigil.deploy.operator.ledger.LedgerFolder;
import io.vigil.deploy.operator.ledger.LedgerLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What became of every reading of the test's devices, on disk in the generator's format. */
final class DeviceLedger implements AutoCloseable {
  private final Path folder;
  private final BufferedWriter lines;
  private final long beganMs = System.currentTimeMillis();

  DeviceLedger(Path folder) {
    this.folder = folder;
    try {
      lines = Files.newBufferedWriter(Files.createDirectories(folder).resolve("ledger-0.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When it was begun; it has every reading that its devices sent since then. */
  long beganMs() {
    return beganMs;
  }

  synchronized void add(SeriesName series, Sent sent, long seq) {
    try {
      lines.append(new LedgerLine(series, sent, Long.toString(seq)).toString()).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ledger as it lies on disk now. */
  synchronized Ledger read() {
    try {
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LedgerFolder(folder).read(0);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
