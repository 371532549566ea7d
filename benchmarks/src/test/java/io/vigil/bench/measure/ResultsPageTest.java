package io.vigil.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {
  @TempDir private Path folder;

  private Path file;
  private ResultsPage page;

  @BeforeEach
  void startWithTwoSections() throws IOException {
    file = folder.resolve("docs").resolve("benchmarks.md");
    page = new ResultsPage(file);
    page.replace("alerts", "first");
    page.replace("ingest", "second\n\n### more");
  }

  @Test
  void beginsAPageThatIsNotThere() throws IOException {
    assertThat(Files.readString(file)).startsWith("# Benchmarks\n");
    assertThat(Files.readString(file))
        .endsWith("## alerts\n\nfirst\n\n## ingest\n\nsecond\n\n### more\n");
  }

  @Test
  void replacesOneSectionAlone() throws IOException {
    page.replace("alerts", "third");

    assertThat(Files.readString(file))
        .endsWith("## alerts\n\nthird\n\n## ingest\n\nsecond\n\n### more\n");
  }

  @Test
  void replacesTheLastSection() throws IOException {
    page.replace("ingest", "third");

    assertThat(Files.readString(file)).endsWith("## alerts\n\nfirst\n\n## ingest\n\nthird\n");
  }
}
