package io.vigil.ingest.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How single headers are read. */
final class HeaderSyntax {
  private static final String BEARER = "Bearer ";
  private static final Pattern ONLY_UTF8 =
      Pattern.compile("\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

  private HeaderSyntax() {}

  /** The token of an Authorization header, or null if there is none in it. */
  static @Nullable String bearerToken(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    String token = authorization.substring(BEARER.length()).trim();
    return token.isEmpty() ? null : token;
  }

  /** Whether a Content-Type is the wanted one, in UTF-8 or without a word on that. */
  static boolean isMediaType(String wanted, @Nullable String type) {
    if (type == null || !type.regionMatches(true, 0, wanted, 0, wanted.length())) {
      return false;
    }
    return type.length() == wanted.length()
        || ONLY_UTF8.matcher(type.substring(wanted.length())).matches();
  }
}
