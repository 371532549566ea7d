package io.vigil.generator.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.util.unit.DataSize;

/** Stores on disk for tests of other packages. */
public final class StoreInTests {
  private StoreInTests() {}

  /** A store in this folder, not opened yet. */
  public static ReadingStore at(Path folder, InstantSource clock) {
    return at(folder, clock, Duration.ofHours(24), DataSize.ofGigabytes(1));
  }

  static DiskStore at(Path folder, InstantSource clock, Duration keptFor, DataSize ledgerSize) {
    return new DiskStore(
        new StoreProperties(folder, Duration.ofMillis(10), keptFor, ledgerSize),
        clock,
        new SimpleMeterRegistry());
  }
}
