package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates a body, and stops where it gets larger than a body may be. */
final class Gunzip {
  private static final int EXPECTED_FACTOR = 8;
  private static final int AT_ONCE = 8 * 1024;

  private Gunzip() {}

  /** The inflated body is larger than the limit. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    private TooLargeException() {
      super("larger than the limit", null, false, false);
    }
  }

  /**
   * The inflated bytes in an array-backed buffer, to be released by the caller.
   *
   * @throws ZipException if these bytes are not what gzip makes
   */
  static ByteBuf inflate(ByteBuf compressed, int limit) throws TooLargeException, ZipException {
    int expected = (int) Math.min(limit, (long) compressed.readableBytes() * EXPECTED_FACTOR);
    ByteBuf inflated = compressed.alloc().heapBuffer(expected, limit);
    boolean done = false;
    try (InputStream in = new GZIPInputStream(new ByteBufInputStream(compressed.duplicate()))) {
      while (inflated.writeBytes(in, Math.min(AT_ONCE, limit - inflated.writerIndex())) > 0) {
        // goes on to the end, or to the limit
      }
      if (inflated.writerIndex() == limit && in.read() >= 0) {
        throw new TooLargeException();
      }
      done = true;
      return inflated;
    } catch (EOFException e) {
      throw new ZipException("cut off");
    } catch (ZipException e) {
      throw e;
    } catch (IOException e) {
      throw new ZipException(e.getMessage());
    } finally {
      if (!done) {
        inflated.release();
      }
    }
  }
}
