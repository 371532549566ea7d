package io.vigil.gateway.command;

import io.vigil.schema.command.AlertCommand;

/** Where commands to the alarms are kept. */
@FunctionalInterface
public interface CommandLog {
  /**
   * Returns once the command is durable and every view of this gateway has it.
   *
   * @throws io.vigil.gateway.problem.LogUnavailable if that cannot be told; the command may come
   *     about later
   */
  void write(AlertCommand command);
}
