package io.vigil.generator.push;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What became of a request. */
sealed interface Answer {

  /**
   * Ingest has decided on every reading.
   *
   * @param refused the code of each refused reading, by its place in the request; the others are
   *     acknowledged
   */
  record Decided(Map<Integer, String> refused) implements Answer {
    public Decided {
      refused = Map.copyOf(refused);
    }
  }

  /** Ingest does not want the request at all, and would not want it again. */
  record Unwanted(String code) implements Answer {}

  /** Ingest would want less at once. */
  record TooLarge() implements Answer {}

  /** Ingest does not know the token. */
  record TokenRefused() implements Answer {}

  /**
   * Ingest does not take it now, or did not answer: nothing is known of the readings.
   *
   * @param retryAfter how long ingest asks to wait, if it does
   */
  record NotNow(Optional<Duration> retryAfter) implements Answer {}
}
