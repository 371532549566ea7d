package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whether our own pipeline was listening, so that the silence of a patient can be told from ours:
 * what the watermarks of the ingest instances say of one partition of the log.
 *
 * <p>The partition's watermark is the lowest of the instances heard lately. Where it stands still
 * and then leaps, nobody was listening in between, and every silence counts from after the leap.
 */
public final class Listening {
  private static final byte VERSION = 2;

  /** A watermark that leaps by more than this has been deaf in between. */
  private static final long DEAF_AFTER_MS = 2_000;

  /** An instance is gone when the others' watermarks have moved on by this without it. */
  private static final long GONE_AFTER_MS = 3_000;

  private final Map<String, Instance> instances = new TreeMap<>();
  private long newest = NONE;
  private long heardTo = NONE;
  private long since = NONE;
  private final Pipeline pipeline;

  public Listening() {
    this(new Pipeline());
  }

  private Listening(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** The alarm that nobody listens; of use in one partition only. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /** What one ingest instance said last, and the newest watermark of all at that time. */
  private record Instance(long watermark, long saidAt) {}

  /** Takes in a watermark: this instance has nothing to come from before this time. */
  public void heard(String instance, long watermarkMs) {
    if (heardTo != NONE && heardTo - watermarkMs > DEAF_AFTER_MS) {
      startAnew();
    }
    newest = Math.max(newest, watermarkMs);
    instances.put(instance, new Instance(watermarkMs, newest));
    instances.values().removeIf(said -> newest - said.saidAt() > GONE_AFTER_MS);
    advanceTo(instances.values().stream().mapToLong(Instance::watermark).min().orElse(watermarkMs));
  }

  /** A clock was set back, or an instance woke up with old readings on its hands. */
  private void startAnew() {
    instances.clear();
    newest = NONE;
    heardTo = NONE;
  }

  private void advanceTo(long lowest) {
    if (heardTo == NONE || lowest - heardTo > DEAF_AFTER_MS) {
      since = lowest;
      heardTo = lowest;
    }
    heardTo = Math.max(heardTo, lowest);
  }

  /** From when on a silence counts that began at this time: not while nobody listened. */
  public long countedFrom(long lastHeardMs) {
    return Math.max(lastHeardMs, since);
  }

  /** How far we have listened, or {@link Times#NONE}: everything taken before is here. */
  public long heardToMs() {
    return heardTo;
  }

  /** Whether whoever was last heard at this time has been silent for longer than this. */
  public boolean provesSilence(long lastHeardMs, long forMs) {
    return heardTo != NONE && heardTo > Math.max(lastHeardMs, since) + forMs;
  }

  /**
   * Whether a reading taken at this time proves the silence before it, although the watermark has
   * not passed yet: ingest was there to take it, and had been there just before.
   */
  boolean provesSilenceBefore(long ingestMs, long lastHeardMs, long forMs) {
    return heardTo != NONE
        && ingestMs - heardTo <= DEAF_AFTER_MS
        && ingestMs > Math.max(lastHeardMs, since) + forMs;
  }

  /** This state in bytes. */
  public byte[] toBytes() {
    StateWriter to = new StateWriter(VERSION);
    pipeline.writeTo(to);
    to.time(newest);
    to.time(heardTo);
    to.time(since);
    to.count(instances.size());
    instances.forEach(
        (name, said) -> {
          to.text(name);
          to.time(said.watermark());
          to.time(said.saidAt());
        });
    return to.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  public static Listening fromBytes(byte[] bytes) {
    StateReader from = new StateReader(bytes, VERSION);
    Listening read = new Listening(Pipeline.readFrom(from));
    read.newest = from.time();
    read.heardTo = from.time();
    read.since = from.time();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      read.instances.put(from.text(), new Instance(from.time(), from.time()));
    }
    return read;
  }
}
