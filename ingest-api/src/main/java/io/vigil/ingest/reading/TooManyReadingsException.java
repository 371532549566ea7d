package io.vigil.ingest.reading;

/**
 * The body holds so many more readings than one may that they are not even listed: each reason is
 * longer than the reading it is about could be.
 */
public final class TooManyReadingsException extends Exception {
  private static final long serialVersionUID = 1L;

  TooManyReadingsException(int most) {
    super("a request may hold " + most + " readings", null, false, false);
  }
}
