package io.vigil.gateway.tail;

import org.springframework.stereotype.Component;

/** Holds how far the log has been read, for those who ask and do not read it. */
@Component
final class TailProgress implements Tail {
  private volatile boolean caughtUp;
  private volatile long watermarkMs;

  void caughtUp() {
    caughtUp = true;
  }

  void watermark(long reachedMs) {
    watermarkMs = reachedMs;
  }

  @Override
  public boolean isCaughtUp() {
    return caughtUp;
  }

  @Override
  public long watermarkMs() {
    return watermarkMs;
  }
}
