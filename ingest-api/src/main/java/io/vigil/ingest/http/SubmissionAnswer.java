package io.vigil.ingest.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import io.vigil.ingest.reading.Rejection;
import io.vigil.ingest.reading.Submission;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The answer that tells what was accepted, and of each other reading why it was not. */
final class SubmissionAnswer {
  private static final AsciiString JSON_TYPE = AsciiString.cached("application/json");
  private static final JsonFactory JSON = new JsonFactory();

  /** By far the most frequent one. */
  private static final Answer ONE_ACCEPTED = of(HttpResponseStatus.ACCEPTED, 1, List.of());

  private SubmissionAnswer() {}

  /** All acceptable readings are in the log. */
  static Answer acknowledged(Submission submission) {
    int accepted = submission.acceptable();
    return accepted == 1 && submission.rejections().isEmpty()
        ? ONE_ACCEPTED
        : of(HttpResponseStatus.ACCEPTED, accepted, submission.rejections());
  }

  /** There is no acceptable reading. */
  static Answer nothingAcceptable(Submission submission) {
    return of(HttpResponseStatus.UNPROCESSABLE_ENTITY, 0, submission.rejections());
  }

  private static Answer of(HttpResponseStatus status, int accepted, List<Rejection> rejections) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(64);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
      json.writeStartObject();
      json.writeNumberProperty("accepted", accepted);
      json.writeArrayPropertyStart("rejected");
      for (Rejection rejection : rejections) {
        json.writeStartObject();
        json.writeNumberProperty("index", rejection.index());
        json.writeStringProperty("code", rejection.flaw().code().code());
        json.writeStringProperty("detail", rejection.flaw().detail());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return new Answer(status, JSON_TYPE, body.toByteArray());
  }
}
