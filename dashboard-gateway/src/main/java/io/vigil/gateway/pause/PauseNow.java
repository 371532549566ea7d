package io.vigil.gateway.pause;

import io.vigil.schema.command.Pause;
import java.time.Instant;

/**
 * A pause that lasts, as everybody sees it who sees the patient.
 *
 * @param by who paused
 * @param reason why
 * @param at since when
 * @param until when it ends by itself
 */
public record PauseNow(String by, String reason, Instant at, Instant until) {
  /** What this command begins. */
  public static PauseNow of(Pause pause) {
    return new PauseNow(pause.by(), pause.reason(), pause.at(), pause.until());
  }
}
