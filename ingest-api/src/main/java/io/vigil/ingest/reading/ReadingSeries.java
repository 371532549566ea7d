package io.vigil.ingest.reading;

import io.vigil.schema.vital.Vital;
import java.util.Arrays;

/**
 * Acceptable readings of one vital of one patient, in the order in which they came. Columns of
 * primitives, since a request may hold thousands. Not thread-safe; no longer changed once parsed.
 */
public final class ReadingSeries {
  private static final int EXPECTED = 4;
  private static final long NO_SEQ = -1;

  private final Vital vital;
  private int size;
  private long[] eventTimesMs = new long[EXPECTED];
  private int[] valuesHundredths = new int[EXPECTED];
  private long[] seqs = new long[EXPECTED];

  ReadingSeries(Vital vital) {
    this.vital = vital;
  }

  public Vital vital() {
    return vital;
  }

  public int size() {
    return size;
  }

  /** When the device measured it, in milliseconds since 1970 by its clock. */
  public long eventTimeMs(int i) {
    return eventTimesMs[i];
  }

  /** The value in hundredths of the vital's unit. */
  public int valueHundredths(int i) {
    return valuesHundredths[i];
  }

  /** Whether the device counts its readings. */
  public boolean hasSeq(int i) {
    return seqs[i] != NO_SEQ;
  }

  /** The device's count; meaningless without {@link #hasSeq}. */
  public long seq(int i) {
    return seqs[i];
  }

  int olderThan(long ms) {
    int older = 0;
    for (int i = 0; i < size; i++) {
      if (eventTimesMs[i] < ms) {
        older++;
      }
    }
    return older;
  }

  void add(ReadingDraft draft) {
    if (size == eventTimesMs.length) {
      int roomier = size * 2;
      eventTimesMs = Arrays.copyOf(eventTimesMs, roomier);
      valuesHundredths = Arrays.copyOf(valuesHundredths, roomier);
      seqs = Arrays.copyOf(seqs, roomier);
    }
    eventTimesMs[size] = draft.eventTimeMs();
    valuesHundredths[size] = draft.valueHundredths();
    seqs[size] = draft.hasSeq() ? draft.seq() : NO_SEQ;
    size++;
  }
}
