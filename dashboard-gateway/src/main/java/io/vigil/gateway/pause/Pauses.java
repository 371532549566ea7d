package io.vigil.gateway.pause;

import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whose alarms are paused. Written by the thread that follows the log, read by any. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Pauses implements TailListener {
  private final Map<String, Pause> byPatient = new ConcurrentHashMap<>();

  @Override
  public void took(Batch batch) {
    for (AlertCommand command : batch.commands()) {
      if (command instanceof Pause pause) {
        byPatient.put(pause.patient(), pause);
      } else if (command instanceof Resume) {
        byPatient.remove(command.patient());
      }
    }
  }

  /** The pause of this patient's alarms that lasts at this time. */
  public Optional<PauseNow> of(String patient, Instant now) {
    return Optional.ofNullable(byPatient.get(patient))
        .filter(pause -> now.isBefore(pause.until()))
        .map(PauseNow::of);
  }
}
