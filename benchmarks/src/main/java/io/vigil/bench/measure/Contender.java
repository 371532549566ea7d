package io.vigil.bench.measure;

/** One of the two that are compared; verifies its answers and throws where they are wrong. */
@FunctionalInterface
public interface Contender {

  /**
   * Does its work once.
   *
   * @param round counts up from 0, which is the warm-up
   */
  Sample run(int round) throws Exception;
}
