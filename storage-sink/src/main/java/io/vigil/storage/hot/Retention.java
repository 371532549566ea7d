package io.vigil.storage.hot;

import java.time.Duration;

/** How long the hot window keeps a patient's readings. */
@FunctionalInterface
public interface Retention {
  /** Counted from the end of the hour in which a reading lies. */
  Duration of(String patient);
}
