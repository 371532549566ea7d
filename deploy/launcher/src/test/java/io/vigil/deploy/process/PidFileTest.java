package io.vigil.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.folder.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  private final ProcessHandle self = ProcessHandle.current();

  @TempDir Path folder;

  @Test
  void findsTheProcessThatItMarks() {
    mark().write(self);

    assertThat(mark().process()).contains(self);
  }

  @Test
  void isStaleWhenTheNumberWasGivenToAnotherProcess() throws IOException {
    Instant earlier = self.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
    write(self.pid() + " " + earlier + "\n");

    assertThat(mark().process()).isEmpty();
  }

  @Test
  void isStaleWhenNoProcessHasTheNumber() throws IOException {
    write(Long.MAX_VALUE + " " + Instant.EPOCH + "\n");

    assertThat(mark().process()).isEmpty();
  }

  @Test
  void marksNothingWhenItIsMissingOrHalfWritten() throws IOException {
    assertThat(mark().process()).isEmpty();

    write("123");

    assertThat(mark().process()).isEmpty();
  }

  private PidFile mark() {
    return PidFile.of("part", new StateFolder(folder));
  }

  private void write(String text) throws IOException {
    Files.writeString(new StateFolder(folder).run("part.pid"), text);
  }
}
