package io.vigil.generator.store;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps readings from the moment they are measured until their outcome is known, and the outcome
 * for good. Not for several threads.
 */
public interface ReadingStore extends AutoCloseable {

  /** Begins, once; returns what an earlier run left undecided, in the order of measuring. */
  List<Reading> open();

  /** Takes a reading in hand; it may be sent after the next {@link #flush}. */
  void measured(Reading reading);

  /** Keeps the outcome of a reading, with the next {@link #flush}. */
  void decided(Reading reading, Outcome outcome);

  /** Hands everything so far to the operating system: it outlives this process. */
  void flush();

  /** Gives back room on the disk if there is much to gain; asks only then what is undecided. */
  void tidy(Supplier<Stream<Reading>> undecided);

  /** Flushes and ends. */
  @Override
  void close();
}
