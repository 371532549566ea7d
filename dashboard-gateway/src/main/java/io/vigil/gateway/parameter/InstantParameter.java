package io.vigil.gateway.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads times as they come in requests: RFC 3339, or milliseconds since the epoch. */
@Component
class InstantParameter implements Converter<String, Instant> {
  private static final Pattern MILLISECONDS = Pattern.compile("-?\\d{1,15}");

  @Override
  public Instant convert(String text) {
    if (MILLISECONDS.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }
}
