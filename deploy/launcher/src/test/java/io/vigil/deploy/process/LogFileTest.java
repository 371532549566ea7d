package io.vigil.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  private Path file;
  private Path aside;

  @BeforeEach
  void nameFiles() {
    file = folder.resolve("part.log");
    aside = folder.resolve("part.log.1");
  }

  @Test
  void isPutAsideForANewRunInPlaceOfTheOneBefore() throws IOException {
    Files.writeString(aside, "the one before");
    Files.writeString(file, "the last run");

    new LogFile(file).rotate();

    assertThat(file).doesNotExist();
    assertThat(aside).hasContent("the last run");
  }

  @Test
  void isTurnedOverUnderItsWriterWhenItGrowsBeyondItsLimit() throws IOException {
    try (var writer =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writer.write("0123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

      new LogFile(file, 9).bound();
      writer.write("more".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    assertThat(aside).hasContent("0123456789");
    assertThat(file).hasContent("more");
  }

  @Test
  void isLeftAloneWithinItsLimit() throws IOException {
    Files.writeString(file, "0123456789");

    new LogFile(file, 10).bound();

    assertThat(file).hasContent("0123456789");
    assertThat(aside).doesNotExist();
  }

  @Test
  void tellsItsLastLines() throws IOException {
    Files.writeString(file, "one\ntwo\nthree\n");

    assertThat(new LogFile(file).tail(2)).containsExactly("two", "three");
    assertThat(new LogFile(folder.resolve("none.log")).tail(2)).isEmpty();
  }
}
