package io.vigil.gateway.live;

import org.jspecify.annotations.Nullable;

/**
 * A frame that waits to be sent. Where it carries a cursor, that is filled in when the frame
 * leaves, since only then it is known what has left before it.
 *
 * @param patient whom it is about, where it is about one alone
 * @param head everything before the cursor
 * @param at the place in the log that the frame was made at, or null where it carries none
 * @param tail everything behind the cursor
 */
record Frame(@Nullable String patient, String head, @Nullable Cursor at, String tail) {
  static Frame of(String text) {
    return new Frame(null, text, null, "");
  }

  String withCursor(Cursor cursor) {
    return head + cursor.text() + tail;
  }
}
