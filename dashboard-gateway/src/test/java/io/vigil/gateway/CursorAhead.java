package io.vigil.gateway;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Cursors as an instance gives them out that has read more of the log. */
final class CursorAhead {
  private static final int TIME_AT = 1 + 8;

  private CursorAhead() {}

  /** A cursor that is ahead of this one by so many records of readings, in each partition. */
  static String of(String cursor, long records) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
    int partitions = bytes.getShort(TIME_AT);
    for (int i = 0; i < partitions; i++) {
      int at = TIME_AT + 2 + 8 * i;
      bytes.putLong(at, bytes.getLong(at) + records);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
