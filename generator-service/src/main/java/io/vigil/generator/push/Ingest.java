package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.util.List;
import java.util.function.Consumer;

/** Where devices push to. */
interface Ingest {

  /**
   * Sends readings of one device, and does not wait.
   *
   * @param whenAnswered gets the answer, once, on any thread
   */
  void push(String token, List<Reading> readings, Consumer<Answer> whenAnswered);
}
