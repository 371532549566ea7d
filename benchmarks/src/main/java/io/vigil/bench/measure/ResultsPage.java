package io.vigil.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page that keeps the newest results; each benchmark replaces its own section alone. */
public final class ResultsPage {
  private static final String HEAD =
      """
      # Benchmarks

      What `./vigil bench NAME` measured last, a section for each; how it measures is told in
      [benchmarks](../benchmarks/README.md). Ratios are medians of the rounds' ratios, other numbers medians.
      """;

  private final Path file;

  ResultsPage(Path file) {
    this.file = file;
  }

  /** The page of the repository around the working directory. */
  static ResultsPage inRepository() {
    return new ResultsPage(SourceTree.here().root().resolve("docs").resolve("benchmarks.md"));
  }

  /** Puts this section in the place of the one of this name, or at the end. */
  void replace(String name, String section) throws IOException {
    String page = Files.exists(file) ? Files.readString(file, UTF_8) : HEAD;
    String heading = "## " + name + "\n";
    String fresh = heading + "\n" + section.strip() + "\n";
    int start = ("\n" + page).indexOf("\n" + heading);
    if (start < 0) {
      page = page.stripTrailing() + "\n\n" + fresh;
    } else {
      int next = page.indexOf("\n## ", start + heading.length() - 1);
      String after = next < 0 ? "" : "\n" + page.substring(next + 1);
      page = page.substring(0, start) + fresh + after;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, page, UTF_8);
  }
}
