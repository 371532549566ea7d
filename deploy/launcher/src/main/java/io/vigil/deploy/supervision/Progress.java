package io.vigil.deploy.supervision;

import java.time.Duration;

/** Hears what happens to the parts; called by many threads. */
public interface Progress {
  /** It serves. */
  void ready(String part, Duration after);

  /** It ended by itself and is started again after a wait. */
  void died(String part, String how, Duration again);

  /** It is not started again while somebody else has its port. */
  void leftAlone(String part, int port, String holder);

  /** It was stopped, on our word. */
  void stopped(String part, Duration took);
}
