package io.vigil.bench.measure;

import java.io.IOException;
import java.util.List;

/**
 * What one benchmark found.
 *
 * @param bench its name
 * @param title what it measures, in a line
 * @param notes how it was measured, and what holds back what was missed; a paragraph each
 */
public record Report(String bench, String title, List<Figure> figures, List<String> notes) {
  public Report {
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }

  /** The section of the page, without its heading. */
  String toMarkdown(Machine machine) {
    StringBuilder text = new StringBuilder(title).append("\n\n");
    text.append(machine.toLine()).append("\n\n");
    text.append("| # | Figure | Vigil | Against | Ratio | Goal | |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    figures.forEach(figure -> text.append(figure.toRow()).append('\n'));
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }

  /** Prints it, and puts it on the page where it was measured in full. */
  public void publish(Extent extent) throws IOException {
    String section = toMarkdown(Machine.here());
    System.out.println();
    System.out.println(section);
    if (extent == Extent.FULL) {
      ResultsPage.inRepository().replace(bench, section);
    } else {
      System.out.println("Measured in brief: docs/benchmarks.md is left as it is.");
    }
  }
}
