package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.util.Map;

/**
 * What is answered to a request; written by the connection. Immutable, so that frequent ones are
 * made once.
 */
final class Answer {
  private final HttpResponseStatus status;
  private final AsciiString contentType;
  private final byte[] body;
  private final Map<AsciiString, String> headers;

  /** An answer with this body, which is not to be changed any more. */
  Answer(HttpResponseStatus status, AsciiString contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  private Answer(
      HttpResponseStatus status,
      AsciiString contentType,
      byte[] body,
      Map<AsciiString, String> headers) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
  }

  /** This answer, with a header. */
  Answer with(AsciiString name, String value) {
    return new Answer(status, contentType, body, Map.of(name, value));
  }

  /** This answer, with the advice to come back in a second. */
  Answer retryAfterASecond() {
    return with(HttpHeaderNames.RETRY_AFTER, "1");
  }

  HttpResponseStatus status() {
    return status;
  }

  AsciiString contentType() {
    return contentType;
  }

  ByteBuf body() {
    return Unpooled.wrappedBuffer(body);
  }

  int length() {
    return body.length;
  }

  /** Those beside the body's. */
  Map<AsciiString, String> headers() {
    return headers;
  }
}
