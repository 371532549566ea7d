package io.vigil.alert.topology;

import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Asks for a commit, so that nobody waits for the commit interval to read an alarm of the present.
 * One of the past, which is caught up with, has that wait behind it many times over; a commit for
 * each would make the rest of the log wait.
 */
public final class PromptCommit {
  private static final long PRESENT_WITHIN_MS = 1_000;

  private PromptCommit() {}

  /**
   * Asks for it, if it is worth it.
   *
   * @param decidedAtMs the ingest time of what decided
   */
  public static void of(long decidedAtMs, ProcessingContext context) {
    if (context.currentSystemTimeMs() - decidedAtMs <= PRESENT_WITHIN_MS) {
      context.commit();
    }
  }
}
