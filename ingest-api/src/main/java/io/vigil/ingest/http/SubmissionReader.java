package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vigil.ingest.reading.NotJsonException;
import io.vigil.ingest.reading.ReadingLines;
import io.vigil.ingest.reading.ReadingsParser;
import io.vigil.ingest.reading.Submission;
import io.vigil.ingest.reading.TooManyReadingsException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the readings out of a body, compressed or not: JSON once it is whole, NDJSON line by line
 * while it arrives or is inflated. Belongs to its connection's event loop.
 */
final class SubmissionReader {
  private static final byte LINE_FEED = '\n';

  private final BodyLimits limits;
  private final ReadingsParser parser;
  private @Nullable ReadingLines lines;
  private boolean gzip;

  SubmissionReader(BodyLimits limits, ReadingsParser parser) {
    this.limits = limits;
    this.parser = parser;
  }

  /** A request begins whose body is wanted. */
  void begin(Admission.Admitted request) {
    lines = request.head().lines() ? parser.lines(request.device()) : null;
    gzip = request.head().gzip();
  }

  /**
   * Reads what can be read already, and drops it from the body.
   *
   * @param body with this piece at its end
   * @param piece what arrived last; only this is searched for the end of a line, so that a long
   *     line in many pieces is not searched again and again
   * @param nowMs in milliseconds since 1970
   */
  void arrived(Body body, ByteBuf piece, ByteBufAllocator allocator, long nowMs)
      throws RefusedException {
    if (lines == null || gzip) {
      return;
    }
    int after = afterLastLine(piece);
    if (after > 0) {
      ByteBuf bytes = body.bytes(allocator);
      int whole = bytes.readableBytes() - piece.readableBytes() + after;
      take(lines, bytes, whole, nowMs);
      body.drop(allocator, whole);
    }
  }

  /** How many bytes there are up to the end of the last line that has one. */
  private static int afterLastLine(ByteBuf piece) {
    int last = piece.forEachByteDesc(b -> b != LINE_FEED);
    return last < 0 ? 0 : last - piece.readerIndex() + 1;
  }

  /**
   * The readings of the request, whose body has arrived.
   *
   * @param body what is left of it, array-backed; stays the caller's
   * @param nowMs when the request was taken, in milliseconds since 1970
   */
  Submission read(Admission.Admitted request, ByteBuf body, long nowMs) throws RefusedException {
    ReadingLines current = lines;
    if (current == null) {
      return gzip ? readInflated(request, body, nowMs) : parse(request, body, nowMs);
    }
    lines = null;
    if (gzip) {
      inflateLines(current, body, nowMs);
    } else {
      take(current, body, body.readableBytes(), nowMs);
    }
    try {
      return current.finish();
    } catch (NotJsonException e) {
      throw notJson(e);
    }
  }

  private Submission readInflated(Admission.Admitted request, ByteBuf body, long nowMs)
      throws RefusedException {
    ByteBuf inflated = body.alloc().heapBuffer(Gunzip.AT_ONCE, limits.most());
    try (Gunzip gunzip = new Gunzip(body, limits.most())) {
      while (gunzip.next(inflated)) {
        // goes on to the end, or to the limit
      }
      return parse(request, inflated, nowMs);
    } catch (ZipException e) {
      throw notGzip();
    } catch (Gunzip.TooLargeException e) {
      throw new RefusedException(limits.tooLarge());
    } finally {
      inflated.release();
    }
  }

  private void inflateLines(ReadingLines into, ByteBuf body, long nowMs) throws RefusedException {
    ByteBuf rest = body.alloc().heapBuffer(Gunzip.AT_ONCE, limits.most());
    try (Gunzip gunzip = new Gunzip(body, limits.most())) {
      int from = 0;
      while (gunzip.next(rest)) {
        int after = afterLastLine(rest.slice(from, rest.writerIndex() - from));
        if (after > 0) {
          take(into, rest, from + after, nowMs);
          rest.skipBytes(from + after).discardReadBytes();
        }
        from = rest.writerIndex();
      }
      take(into, rest, rest.readableBytes(), nowMs);
    } catch (ZipException e) {
      throw notGzip();
    } catch (Gunzip.TooLargeException e) {
      throw new RefusedException(limits.tooLarge());
    } finally {
      rest.release();
    }
  }

  private Submission parse(Admission.Admitted request, ByteBuf body, long nowMs)
      throws RefusedException {
    try {
      return parser.parseJson(
          body.array(), start(body), body.readableBytes(), request.device(), nowMs);
    } catch (NotJsonException e) {
      throw notJson(e);
    } catch (TooManyReadingsException e) {
      throw tooMany(e);
    }
  }

  private static void take(ReadingLines into, ByteBuf from, int length, long nowMs)
      throws RefusedException {
    try {
      into.take(from.array(), start(from), length, nowMs);
    } catch (TooManyReadingsException e) {
      throw tooMany(e);
    }
  }

  private static int start(ByteBuf bytes) {
    return bytes.arrayOffset() + bytes.readerIndex();
  }

  private static RefusedException notGzip() {
    return new RefusedException(
        Problems.malformedJson("the body is not gzip, as its Content-Encoding has it"));
  }

  private static RefusedException notJson(NotJsonException e) {
    return new RefusedException(Problems.malformedJson(String.valueOf(e.getMessage())));
  }

  private static RefusedException tooMany(TooManyReadingsException e) {
    return new RefusedException(Problems.tooLarge("readings", String.valueOf(e.getMessage())));
  }
}
