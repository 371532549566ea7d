package io.vigil.ingest.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import io.vigil.ingest.limit.Shortage;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Why a request as a whole is refused: problem documents of RFC 9457, each with its code. */
final class Problems {
  private static final AsciiString PROBLEM_JSON = AsciiString.cached("application/problem+json");
  private static final JsonFactory JSON = new JsonFactory();

  static final Answer MALFORMED_REQUEST =
      of(HttpResponseStatus.BAD_REQUEST, "malformed_request", "this is not HTTP/1.1");
  static final Answer TOKEN_MISSING =
      of(
              HttpResponseStatus.UNAUTHORIZED,
              "token_missing",
              "send the device's token: Authorization: Bearer vgd_…")
          .with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"vigil\"");
  static final Answer TOKEN_UNKNOWN =
      of(
              HttpResponseStatus.UNAUTHORIZED,
              "token_unknown",
              "no device has this token; it may have been replaced or revoked")
          .with(
              HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"vigil\", error=\"invalid_token\"");
  static final Answer OTHER_PATIENTS =
      of(
          HttpResponseStatus.FORBIDDEN,
          "other_patients",
          "this token is for other patients than those in the request");
  static final Answer NOT_FOUND =
      of(HttpResponseStatus.NOT_FOUND, "not_found", "readings go to " + Head.PATH);
  static final Answer METHOD_NOT_ALLOWED =
      of(HttpResponseStatus.METHOD_NOT_ALLOWED, "method_not_allowed", "readings are sent by POST")
          .with(HttpHeaderNames.ALLOW, "POST");
  static final Answer REQUEST_TIMEOUT =
      of(
          HttpResponseStatus.REQUEST_TIMEOUT,
          "request_timeout",
          "the request did not arrive in time");
  static final Answer URI_TOO_LONG =
      of(
          HttpResponseStatus.REQUEST_URI_TOO_LONG,
          "uri_too_long",
          "the address is too long",
          "uri_bytes");
  static final Answer HEADERS_TOO_LARGE =
      of(
          HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "headers_too_large",
          "the header section is too large",
          "header_bytes");
  static final Answer MEDIA_TYPE_UNSUPPORTED =
      of(
          HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
          "media_type_unsupported",
          "Content-Type is to be application/json or application/x-ndjson, in UTF-8");
  static final Answer ENCODING_UNSUPPORTED =
      of(
              HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
              "encoding_unsupported",
              "Content-Encoding is to be gzip, or left out")
          .with(HttpHeaderNames.ACCEPT_ENCODING, "gzip");
  static final Answer EXPECTATION_FAILED =
      of(
          HttpResponseStatus.EXPECTATION_FAILED,
          "expectation_failed",
          "Expect is to be 100-continue, or left out");
  static final Answer VERSION_UNSUPPORTED =
      of(
          HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
          "http_version_unsupported",
          "HTTP/1.1 is spoken here");
  static final Answer INTERNAL_ERROR =
      of(
          HttpResponseStatus.INTERNAL_SERVER_ERROR,
          "internal_error",
          "a fault of ours; nothing of this request is promised");
  static final Answer NOT_READY =
      of(
              HttpResponseStatus.SERVICE_UNAVAILABLE,
              "not_ready",
              "it is not known yet which devices there are")
          .retryAfterASecond();
  static final Answer LOG_UNAVAILABLE =
      of(
              HttpResponseStatus.SERVICE_UNAVAILABLE,
              "log_unavailable",
              "the log does not take readings now; send the request again")
          .retryAfterASecond();
  static final Answer LOOP_DELAY =
      overloaded("event_loop_delay", "more requests come in than can be served in time");
  static final Answer LOG_DELAY = overloaded("log_delay", "the log is slower than what comes in");
  static final Answer LOG_BUFFER_FULL =
      overloaded("log_buffer_bytes", "more readings come in than the log takes");

  private Problems() {}

  /** The decoder could not make a request of what came. */
  static Answer ofDecoder(@Nullable Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return URI_TOO_LONG;
    }
    return cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : MALFORMED_REQUEST;
  }

  /** The body, of whatever kind, cannot be understood. */
  static Answer malformedJson(String detail) {
    return of(HttpResponseStatus.BAD_REQUEST, "malformed_json", detail);
  }

  /** The body has more of something than a request may. */
  static Answer tooLarge(String limit, String detail) {
    return of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", detail, limit);
  }

  /** The instance is at a limit of its own, and will be below it soon. */
  static Answer overloaded(String limit, String detail) {
    return of(HttpResponseStatus.SERVICE_UNAVAILABLE, "overloaded", detail, limit)
        .retryAfterASecond();
  }

  /** A budget is used up; it tells when to come back, in whole seconds. */
  static Answer of(Shortage shortage) {
    long seconds = Math.max(1, shortage.comeBackAfter().plusMillis(999).toSeconds());
    Answer answer =
        shortage.ofDevice()
            ? of(
                HttpResponseStatus.TOO_MANY_REQUESTS,
                "rate_limited",
                "this device sends more than it may; send the request again after Retry-After",
                shortage.limit())
            : of(
                HttpResponseStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "all devices together send more than is taken; send the request again",
                shortage.limit());
    return answer.with(HttpHeaderNames.RETRY_AFTER, Long.toString(seconds));
  }

  private static Answer of(HttpResponseStatus status, String code, String detail) {
    return of(status, code, detail, null);
  }

  private static Answer of(
      HttpResponseStatus status, String code, String detail, @Nullable String limit) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
      json.writeStartObject();
      json.writeStringProperty("type", "about:blank");
      json.writeStringProperty("title", status.reasonPhrase());
      json.writeNumberProperty("status", status.code());
      json.writeStringProperty("code", code);
      json.writeStringProperty("detail", detail);
      if (limit != null) {
        json.writeStringProperty("limit", limit);
      }
      json.writeEndObject();
    }
    return new Answer(status, PROBLEM_JSON, body.toByteArray());
  }
}
