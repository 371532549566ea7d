package io.vigil.generator.push;

import java.util.List;
import java.util.function.Consumer;

/** Where devices push to. */
interface Ingest {

  /**
   * Sends readings of one patient, and does not wait.
   *
   * @param whenAnswered gets the answer, once, on any thread
   */
  void push(String token, String patient, List<Reading> readings, Consumer<Answer> whenAnswered);
}
