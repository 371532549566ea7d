package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates a body piece by piece, and stops where it gets larger than a body may be. */
final class Gunzip implements AutoCloseable {
  /** The most bytes in a piece. */
  static final int AT_ONCE = 8 * 1024;

  private final InputStream in;
  private int left;

  /** The inflated body is larger than the limit. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    private TooLargeException() {
      super("larger than the limit", null, false, false);
    }
  }

  /**
   * Nothing is inflated yet.
   *
   * @param compressed stays the caller's, and is to stay until this is closed
   * @param limit how many bytes there may be after inflation
   * @throws ZipException if these bytes are not what gzip makes
   */
  Gunzip(ByteBuf compressed, int limit) throws ZipException {
    this.left = limit;
    try {
      this.in = new GZIPInputStream(new ByteBufInputStream(compressed.duplicate()));
    } catch (IOException e) {
      throw notGzip(e);
    }
  }

  /** Writes the next piece into a buffer; false if there is none any more. */
  boolean next(ByteBuf into) throws TooLargeException, ZipException {
    try {
      if (left == 0) {
        if (in.read() >= 0) {
          throw new TooLargeException();
        }
        return false;
      }
      int written = into.writeBytes(in, Math.min(AT_ONCE, left));
      left -= Math.max(0, written);
      return written >= 0;
    } catch (IOException e) {
      throw notGzip(e);
    }
  }

  private static ZipException notGzip(IOException e) {
    if (e instanceof ZipException zip) {
      return zip;
    }
    return new ZipException(e instanceof EOFException ? "cut off" : e.getMessage());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException("an array cannot fail", e);
    }
  }
}
