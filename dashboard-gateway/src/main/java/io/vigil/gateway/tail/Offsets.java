package io.vigil.gateway.tail;

import java.util.Arrays;

/** The next offset of each partition of one topic. Immutable. */
public final class Offsets {
  private final long[] next;

  private Offsets(long[] next) {
    this.next = next;
  }

  /** The offsets of partitions 0, 1, 2 … */
  public static Offsets of(long... next) {
    return new Offsets(next.clone());
  }

  /** As many partitions, each at its beginning. */
  public static Offsets zero(int partitions) {
    return new Offsets(new long[partitions]);
  }

  public int partitions() {
    return next.length;
  }

  public long get(int partition) {
    return next[partition];
  }

  /** These, with another offset of this partition, which is added where it was not known. */
  public Offsets with(int partition, long offset) {
    long[] changed = Arrays.copyOf(next, Math.max(next.length, partition + 1));
    changed[partition] = offset;
    return new Offsets(changed);
  }

  /** Of each partition the later offset. */
  public Offsets max(Offsets other) {
    long[] most = Arrays.copyOf(next, Math.max(next.length, other.next.length));
    for (int i = 0; i < other.next.length; i++) {
      most[i] = Math.max(most[i], other.next[i]);
    }
    return new Offsets(most);
  }

  /** Whether what lies at this offset has been read at this place. */
  public boolean hasRead(int partition, long offset) {
    return partition < next.length && offset < next[partition];
  }

  /** Whether all that the other place has read has been read at this one. */
  public boolean hasReadAllOf(Offsets other) {
    for (int partition = 0; partition < other.next.length; partition++) {
      if (other.next[partition] > 0 && !hasRead(partition, other.next[partition] - 1)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Offsets other && Arrays.equals(next, other.next);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(next);
  }

  @Override
  public String toString() {
    return Arrays.toString(next);
  }
}
