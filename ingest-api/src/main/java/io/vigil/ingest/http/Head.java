package io.vigil.ingest.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** What the head of a request asks for, read without a look at its body or its sender. */
sealed interface Head {
  /** Where readings are sent to. */
  String PATH = "/api/v1/readings";

  /**
   * Somebody wants to push readings.
   *
   * @param token the device's, not looked up yet
   * @param lines whether the body is NDJSON, rather than JSON
   * @param gzip whether the body is compressed
   */
  record Push(String token, boolean lines, boolean gzip) implements Head {}

  /** Somebody wants something that is not served. */
  record Refused(Answer answer) implements Head {}

  static Head of(HttpRequest request) {
    if (!isPath(request.uri())) {
      return new Refused(Problems.NOT_FOUND);
    }
    if (!request.method().equals(HttpMethod.POST)) {
      return new Refused(Problems.METHOD_NOT_ALLOWED);
    }
    HttpHeaders headers = request.headers();
    String token = HeaderSyntax.bearerToken(headers.get(HttpHeaderNames.AUTHORIZATION));
    if (token == null) {
      return new Refused(Problems.TOKEN_MISSING);
    }
    String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
    boolean lines = HeaderSyntax.isMediaType("application/x-ndjson", type);
    if (!lines && !HeaderSyntax.isMediaType("application/json", type)) {
      return new Refused(Problems.MEDIA_TYPE_UNSUPPORTED);
    }
    String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
    boolean gzip = HttpHeaderValues.GZIP.contentEqualsIgnoreCase(encoding);
    if (encoding != null && !gzip && !HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(encoding)) {
      return new Refused(Problems.ENCODING_UNSUPPORTED);
    }
    return new Push(token, lines, gzip);
  }

  private static boolean isPath(String uri) {
    return uri.equals(PATH) || uri.startsWith(PATH + "?");
  }
}
