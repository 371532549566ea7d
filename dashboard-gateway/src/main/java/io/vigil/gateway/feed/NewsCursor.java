package io.vigil.gateway.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vigil.gateway.problem.Refused;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** A place among the news: when it happened, and what tells it from others of the same moment. */
record NewsCursor(Instant time, String id) implements Comparable<NewsCursor> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,15})_([A-Za-z0-9._-]{1,200})");
  private static final Comparator<NewsCursor> IN_TIME =
      Comparator.comparing((NewsCursor cursor) -> cursor.time.toEpochMilli())
          .thenComparing(NewsCursor::id);

  /** No cursor of ours. */
  static final class MalformedCursor extends Refused {
    private static final long serialVersionUID = 1L;

    MalformedCursor() {
      super(HttpStatus.BAD_REQUEST, "malformed_cursor", "after is not a cursor of ours");
    }
  }

  static NewsCursor parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new MalformedCursor();
    }
    return new NewsCursor(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2));
  }

  @JsonValue
  String text() {
    return time.toEpochMilli() + "_" + id;
  }

  @Override
  public int compareTo(NewsCursor other) {
    return IN_TIME.compare(this, other);
  }
}
