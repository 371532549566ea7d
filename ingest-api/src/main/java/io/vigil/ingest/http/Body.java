package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request while it arrives, in one array, as the parser wants it; what has been read
 * already may be dropped. Belongs to its connection's event loop; is to be released after each
 * request, and then used for the next.
 */
final class Body {
  private final BodyLimits limits;
  private @Nullable ByteBuf bytes;
  private int reserved;
  private int arrived;

  Body(BodyLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes a copy of what has arrived; the answer that refuses the request if there is no room for
   * it.
   */
  @Nullable Answer add(ByteBufAllocator allocator, ByteBuf chunk) {
    int more = chunk.readableBytes();
    if (more > limits.most() - arrived) {
      return limits.tooLarge();
    }
    if (!limits.reserve(more)) {
      return limits.noRoom();
    }
    reserved += more;
    arrived += more;
    if (bytes == null) {
      bytes = allocator.heapBuffer(more, limits.most());
    }
    bytes.writeBytes(chunk, chunk.readerIndex(), more);
    return null;
  }

  /** What has arrived and was not dropped; stays this body's. */
  ByteBuf bytes(ByteBufAllocator allocator) {
    if (bytes == null) {
      bytes = allocator.heapBuffer(0, limits.most());
    }
    return bytes;
  }

  /** Makes room: so many bytes from the start have been read. */
  void drop(ByteBufAllocator allocator, int read) {
    bytes(allocator).skipBytes(read).discardReadBytes();
    limits.release(read);
    reserved -= read;
  }

  void release() {
    limits.release(reserved);
    reserved = 0;
    arrived = 0;
    if (bytes != null) {
      bytes.release();
      bytes = null;
    }
  }
}
