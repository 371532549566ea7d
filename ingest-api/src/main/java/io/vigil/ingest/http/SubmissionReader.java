package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.vigil.ingest.reading.NotJsonException;
import io.vigil.ingest.reading.ReadingsParser;
import io.vigil.ingest.reading.Submission;
import io.vigil.ingest.reading.TooManyReadingsException;
import java.util.zip.ZipException;

/** Reads the readings out of a body as it arrived, compressed or not, JSON or NDJSON. */
final class SubmissionReader {
  private final BodyLimits limits;
  private final ReadingsParser parser;

  SubmissionReader(BodyLimits limits, ReadingsParser parser) {
    this.limits = limits;
    this.parser = parser;
  }

  /**
   * The readings of this body.
   *
   * @param body array-backed; stays the caller's
   * @param nowMs when the request was taken, in milliseconds since 1970
   */
  Submission read(Admission.Admitted request, ByteBuf body, long nowMs) throws RefusedException {
    if (!request.head().gzip()) {
      return parse(request, body, nowMs);
    }
    ByteBuf inflated = inflate(body);
    try {
      return parse(request, inflated, nowMs);
    } finally {
      inflated.release();
    }
  }

  private ByteBuf inflate(ByteBuf body) throws RefusedException {
    try {
      return Gunzip.inflate(body, limits.most());
    } catch (ZipException e) {
      throw new RefusedException(
          Problems.malformedJson("the body is not gzip, as its Content-Encoding has it"));
    } catch (Gunzip.TooLargeException e) {
      throw new RefusedException(limits.tooLarge());
    }
  }

  private Submission parse(Admission.Admitted request, ByteBuf body, long nowMs)
      throws RefusedException {
    byte[] array = body.array();
    int offset = body.arrayOffset() + body.readerIndex();
    int length = body.readableBytes();
    try {
      return request.head().lines()
          ? parser.parseNdjson(array, offset, length, request.device(), nowMs)
          : parser.parseJson(array, offset, length, request.device(), nowMs);
    } catch (NotJsonException e) {
      throw new RefusedException(Problems.malformedJson(String.valueOf(e.getMessage())));
    } catch (TooManyReadingsException e) {
      throw new RefusedException(Problems.tooLarge("readings", String.valueOf(e.getMessage())));
    }
  }
}
