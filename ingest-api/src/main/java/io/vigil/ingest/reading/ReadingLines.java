package io.vigil.ingest.reading;

/**
 * A body of NDJSON, read line by line while it arrives: a reading on each line, blank lines aside.
 * A line that is broken does its neighbours no harm. Not thread-safe.
 */
public final class ReadingLines {
  private final ReadingsParser parser;
  private final PatientScope scope;
  private final Submission submission = new Submission();
  private boolean anyJson;

  ReadingLines(ReadingsParser parser, PatientScope scope) {
    this.parser = parser;
    this.scope = scope;
  }

  /**
   * Reads whole lines; the end of the bytes ends the last one.
   *
   * @param nowMs when they arrived, in milliseconds since 1970
   */
  public void take(byte[] bytes, int offset, int length, long nowMs)
      throws TooManyReadingsException {
    int end = offset + length;
    for (int from = offset; from < end; ) {
      int to = endOfLine(bytes, from, end);
      if (!isBlank(bytes, from, to)) {
        anyJson |= parser.takeLine(bytes, from, to - from, submission, scope, nowMs);
      }
      from = to + 1;
    }
  }

  /** What all lines brought. */
  public Submission finish() throws NotJsonException {
    if (!anyJson) {
      throw new NotJsonException("no line of the body is JSON");
    }
    return submission;
  }

  private static int endOfLine(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
