package io.vigil.gateway.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client. One frame is under way at a time; whatever comes meanwhile waits, in
 * the order: alarms and answers, readings (all in one frame), heartbeat. Readings beyond the bound
 * are conflated to the newest of each vital, and a gap frame says what was left out. Safe for
 * threads; no call waits for the client.
 */
final class Outbox {
  private final Object lock = new Object();
  private final ClientSocket socket;
  private final Frames frames;
  private final LiveProperties bounds;
  private final LiveMetrics metrics;
  private final Deque<Frame> urgent = new ArrayDeque<>();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
  private List<WaitingReading> readings = new ArrayList<>();
  private @Nullable Heartbeat heartbeat;
  private @Nullable Cursor arrived;
  private @Nullable Cursor told;
  private int conflateBeyond;
  private boolean underWay;
  private long underWaySinceNanos;

  Outbox(ClientSocket socket, Frames frames, LiveProperties bounds, LiveMetrics metrics) {
    this.socket = socket;
    this.frames = frames;
    this.bounds = bounds;
    this.metrics = metrics;
    this.conflateBeyond = bounds.maxWaitingReadings();
  }

  private record Heartbeat(Cursor at, long watermarkMs, long lagMs) {}

  /** Event times of readings that were left out: the first, and the one after the last. */
  private record LeftOut(long from, long to) {
    LeftOut and(LeftOut other) {
      return new LeftOut(Math.min(from, other.from), Math.max(to, other.to));
    }
  }

  /** Adds a frame to the lane that goes first. */
  void add(Frame frame) {
    synchronized (lock) {
      urgent.add(frame);
    }
  }

  /**
   * Adds readings.
   *
   * @param at the place in the log up to which these are all of this session's
   */
  void add(List<WaitingReading> more, Cursor at) {
    synchronized (lock) {
      readings.addAll(more);
      arrived = at;
      if (readings.size() > conflateBeyond) {
        conflate();
      }
    }
  }

  /** Adds a heartbeat; one that is still waiting has become pointless. */
  void heartbeat(Cursor at, long watermarkMs, long lagMs) {
    synchronized (lock) {
      heartbeat = new Heartbeat(at, watermarkMs, lagMs);
    }
  }

  /** Forgets all that waits of this patient. */
  void forget(String patient) {
    synchronized (lock) {
      urgent.removeIf(frame -> patient.equals(frame.patient()));
      readings.removeIf(reading -> reading.patient().equals(patient));
      leftOut.remove(patient);
    }
  }

  /** Whether more than readings waits than a client that listens can leave waiting. */
  boolean isOverfull() {
    synchronized (lock) {
      return urgent.size() > bounds.maxWaitingFrames();
    }
  }

  /** Whether the client has taken nothing for too long. */
  boolean isStuck(long nowNanos) {
    synchronized (lock) {
      return underWay && nowNanos - underWaySinceNanos > bounds.stuckFor().toNanos();
    }
  }

  /** Sends what is next, unless a frame is under way. */
  void flush() {
    synchronized (lock) {
      String next = underWay ? null : next();
      if (next != null) {
        underWay = true;
        underWaySinceNanos = System.nanoTime();
        metrics.frameSent();
        socket.send(next, this::sent);
      }
    }
  }

  private void sent(@Nullable Throwable failure) {
    synchronized (lock) {
      underWay = failure != null; // after a failure nothing follows; the socket is about to close
    }
    flush();
  }

  private @Nullable String next() {
    Frame frame = urgent.poll();
    if (frame != null) {
      return frame.at() == null ? frame.head() : frame.withCursor(toldUpTo(frame.at()));
    }
    if (!leftOut.isEmpty()) {
      return nextGap();
    }
    if (!readings.isEmpty() && arrived != null) {
      return nextReadings(arrived);
    }
    Heartbeat beat = heartbeat;
    heartbeat = null;
    return beat == null
        ? null
        : Frames.heartbeat(toldUpTo(beat.at()), beat.watermarkMs(), beat.lagMs());
  }

  private String nextGap() {
    var first = leftOut.entrySet().iterator().next();
    leftOut.remove(first.getKey());
    LeftOut gap = first.getValue();
    return frames.gap(first.getKey(), gap.from(), gap.to(), "slow_client").head();
  }

  private String nextReadings(Cursor upTo) {
    List<WaitingReading> sent = readings;
    readings = new ArrayList<>();
    conflateBeyond = bounds.maxWaitingReadings();
    metrics.readingsSent(sent.size());
    return Frames.readings(toldUpTo(upTo), sent);
  }

  /** What has been told once this frame has left: not more than is waiting still. */
  private Cursor toldUpTo(Cursor at) {
    Cursor before = told;
    Cursor now;
    if (before == null) {
      now = at;
    } else if (readings.isEmpty()) {
      now = before.and(at);
    } else {
      now = before.and(new Cursor(before.timeMs(), before.readings(), at.alerts()));
    }
    told = now;
    return now;
  }

  private void conflate() {
    Map<String, WaitingReading> newest = new LinkedHashMap<>();
    for (WaitingReading reading : readings) {
      String key = reading.patient() + '/' + reading.reading().vital().code();
      WaitingReading before = newest.get(key);
      if (before == null || reading.reading().timeMs() > before.reading().timeMs()) {
        newest.put(key, reading);
        leaveOut(before);
      } else {
        leaveOut(reading);
      }
    }
    metrics.readingsConflated(readings.size() - newest.size());
    readings = new ArrayList<>(newest.values());
    conflateBeyond = Math.max(bounds.maxWaitingReadings(), 2 * readings.size());
  }

  private void leaveOut(@Nullable WaitingReading reading) {
    if (reading != null) {
      long time = reading.reading().timeMs();
      leftOut.merge(reading.patient(), new LeftOut(time, time + 1), LeftOut::and);
    }
  }
}
