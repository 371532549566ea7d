package io.vigil.ingest.log;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it is put. */
final class SettableClock implements InstantSource {
  private long nowMs;

  SettableClock(long nowMs) {
    this.nowMs = nowMs;
  }

  void set(long ms) {
    nowMs = ms;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(nowMs);
  }
}
