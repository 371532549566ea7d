package io.vigil.deploy.operator.command;

import io.vigil.deploy.operator.rejected.Filter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that name some of the parked records. */
final class FilterOptions {
  @Option(names = "--topic", paramLabel = "TOPIC", description = "those that came from this topic")
  private Optional<String> topic = Optional.empty();

  @Option(names = "--reason", paramLabel = "CODE", description = "those rejected for this reason")
  private Optional<String> reason = Optional.empty();

  @Option(names = "--by", paramLabel = "SERVICE", description = "those that this service rejected")
  private Optional<String> by = Optional.empty();

  Filter filter() {
    return new Filter(topic, reason, by);
  }
}
