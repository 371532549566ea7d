package io.vigil.gateway.command;

import io.vigil.gateway.problem.LogUnavailable;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.Offsets;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.command.AlertCommand;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;

/** Keeps commands in memory, tells the views as the tail would, and lets tests answer them. */
@Primary
public final class CommandsInMemory implements CommandLog {
  private final List<AlertCommand> commands = new CopyOnWriteArrayList<>();
  private final ObjectProvider<TailListener> listeners;
  private volatile Consumer<AlertCommand> alertService = command -> {};
  private volatile boolean away;

  CommandsInMemory(ObjectProvider<TailListener> listeners) {
    this.listeners = listeners;
  }

  /** From now on alert-service answers commands in this way. */
  public void answer(Consumer<AlertCommand> byAlertService) {
    alertService = byAlertService;
  }

  /** From now on the log takes nothing, or takes commands again. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** What this patient's alarms were commanded, in order. */
  public List<AlertCommand> of(String patient) {
    return commands.stream().filter(command -> command.patient().equals(patient)).toList();
  }

  @Override
  public void write(AlertCommand command) {
    if (away) {
      throw new LogUnavailable();
    }
    commands.add(command);
    Offsets nowhere = Offsets.zero(1);
    Batch batch = new Batch(List.of(), List.of(), List.of(command), List.of(), nowhere, nowhere);
    listeners.orderedStream().forEach(listener -> listener.took(batch));
    alertService.accept(command);
  }
}
