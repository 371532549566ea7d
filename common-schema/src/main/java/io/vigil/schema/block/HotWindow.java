package io.vigil.schema.block;

import io.vigil.schema.vital.Vital;
import java.time.Duration;

/**
 * How the hot window is laid out in Hazelcast: a map from the key of one hour of one vital of one
 * patient to the block of its readings. The sink writes it, gateways read it.
 */
public final class HotWindow {
  /** The Hazelcast map: String keys, byte[] blocks. */
  public static final String MAP = "hot-window";

  /** How much event time one block covers; blocks start at whole multiples since the epoch. */
  public static final Duration BLOCK_SPAN = Duration.ofHours(1);

  private HotWindow() {}

  /** The start of the block that holds this event time, in milliseconds. */
  public static long blockStart(long eventTimeMs) {
    return Math.floorDiv(eventTimeMs, BLOCK_SPAN.toMillis()) * BLOCK_SPAN.toMillis();
  }

  /**
   * The key of the block that starts at this time, for example {@code p-0001/heart_rate/498680}.
   */
  public static String key(String patient, Vital vital, long blockStartMs) {
    return patient + '/' + vital.code() + '/' + blockStartMs / BLOCK_SPAN.toMillis();
  }
}
