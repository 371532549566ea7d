package io.vigil.ingest.log;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are neither acknowledged nor refused yet: gives each its ingest time, bounds
 * their number, and tells the watermark. Stamping a request and entering it are one step under one
 * lock, so that no watermark can pass a request that is about to be entered. Safe for any thread.
 */
public final class InFlight {
  /** A clock that is set back by up to this much is waited for; further back it is followed. */
  private static final long HELD_STILL_MS = 1_000;

  private final InstantSource clock;
  private final int most;
  private final Ticket ring = new Ticket();
  private int size;
  private long latestMs = Long.MIN_VALUE;

  /**
   * Nothing is in flight yet.
   *
   * @param most how many requests may be in flight at once
   */
  public InFlight(InstantSource clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** Enters a request that was taken now; null if there are as many in flight as may be. */
  public synchronized @Nullable Ticket enter() {
    if (size == most) {
      return null;
    }
    size++;
    return new Ticket(nowMs(), ring);
  }

  /**
   * Every request that was taken before this time, in milliseconds since 1970, is acknowledged or
   * was refused.
   */
  public synchronized long watermarkMs() {
    long watermark = nowMs();
    for (Ticket ticket = ring.next; ticket != ring; ticket = ticket.next) {
      watermark = Math.min(watermark, ticket.ingestTimeMs - 1);
    }
    return watermark;
  }

  /** How many requests are in flight. */
  public synchronized int size() {
    return size;
  }

  /** How many requests may be in flight at once. */
  public int most() {
    return most;
  }

  private long nowMs() {
    long now = clock.millis();
    if (now >= latestMs || now < latestMs - HELD_STILL_MS) {
      latestMs = now;
    }
    return latestMs;
  }

  /** One request in flight; a link of a ring, so that entering and leaving take no search. */
  public final class Ticket {
    private final long ingestTimeMs;
    private Ticket before;
    private Ticket next;

    @SuppressWarnings("ThisEscapedInObjectConstruction")
    private Ticket() {
      this.ingestTimeMs = Long.MAX_VALUE;
      this.before = this;
      this.next = this;
    }

    private Ticket(long ingestTimeMs, Ticket ring) {
      this.ingestTimeMs = ingestTimeMs;
      this.before = ring.before;
      this.next = ring;
      ring.before.next = this;
      ring.before = this;
    }

    /** When the request was taken, in milliseconds since 1970 by our clock. */
    public long ingestTimeMs() {
      return ingestTimeMs;
    }

    /** The request is acknowledged, or refused; to be called once. */
    public void leave() {
      synchronized (InFlight.this) {
        if (next == this) {
          throw new IllegalStateException("a request leaves once");
        }
        before.next = next;
        next.before = before;
        before = this;
        next = this;
        size--;
      }
    }
  }
}
