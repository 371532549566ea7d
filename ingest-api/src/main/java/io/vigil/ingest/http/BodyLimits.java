package io.vigil.ingest.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory the bodies of requests may take, each and all together. Safe for any thread. */
final class BodyLimits {
  private final int most;
  private final long mostTogether;
  private final AtomicLong together = new AtomicLong();

  BodyLimits(int most, long mostTogether) {
    this.most = most;
    this.mostTogether = mostTogether;
  }

  /** How many bytes one body may have, before and after inflation. */
  int most() {
    return most;
  }

  /** Whether there was room for so many bytes more; they are given back by {@link #release}. */
  boolean reserve(int bytes) {
    if (together.addAndGet(bytes) <= mostTogether) {
      return true;
    }
    release(bytes);
    return false;
  }

  void release(int bytes) {
    together.addAndGet(-bytes);
  }

  /** How many bytes are reserved now. */
  long reserved() {
    return together.get();
  }

  Answer tooLarge() {
    return Problems.tooLarge("body_bytes", "a body may have " + most + " bytes, after inflation");
  }

  Answer noRoom() {
    return Problems.overloaded(
        "bodies_together_bytes", "the bodies that arrive now take all the memory that they may");
  }
}
