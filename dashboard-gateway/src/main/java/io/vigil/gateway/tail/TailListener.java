package io.vigil.gateway.tail;

/** Takes what comes out of the log; called by the one thread that reads it. */
@FunctionalInterface
public interface TailListener {
  /** May wait for a while, which holds up the reading of the log, but must not fail. */
  void took(Batch batch);
}
