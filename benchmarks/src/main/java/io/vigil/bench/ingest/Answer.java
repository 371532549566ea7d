package io.vigil.bench.ingest;

import java.util.Locale;

/** Reads the answer to a push, as far as the load needs it. */
final class Answer {
  private static final String ACCEPTED = "HTTP/1.1 202 ";
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length: ";

  private Answer() {}

  /** Whether all of it has arrived, its body by length or in chunks. */
  static boolean isWhole(String text) {
    int head = text.indexOf(END_OF_HEAD);
    if (head < 0) {
      return false;
    }
    String names = text.substring(0, head + 2).toLowerCase(Locale.ROOT);
    int length = names.indexOf(LENGTH);
    if (length < 0) {
      return text.endsWith(END_OF_CHUNKS);
    }
    int from = length + LENGTH.length();
    int body = Integer.parseInt(names.substring(from, names.indexOf('\r', from)).strip());
    return text.length() >= head + END_OF_HEAD.length() + body;
  }

  /** Whether it says that so many readings, and all that were sent, are acknowledged. */
  static boolean accepts(String text, int readings) {
    return text.startsWith(ACCEPTED)
        && text.contains("{\"accepted\":" + readings + ",\"rejected\":[]}");
  }
}
