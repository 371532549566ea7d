package io.vigil.schema.check;

import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a stretch of the log was compared with the hot window and the history, and what they lacked
 * of it, which they have now: one record of the topic vitals.storage-checks.
 *
 * @param partition of vitals.readings
 * @param firstOffset where the stretch begins
 * @param lastOffset where it ends, included
 * @param at when it was compared, by the clock of who did it
 * @param readings how many readings lay in it, each time of a vital once
 * @param missingInHistory how many of them the history lacked
 * @param missingInHot how many of them the hot window lacked in blocks that it had
 * @param patients of how many patients something was missing
 */
public record StorageCheck(
    int partition,
    long firstOffset,
    long lastOffset,
    Instant at,
    int readings,
    int missingInHistory,
    int missingInHot,
    int patients) {
  /** The key of every record: checks are about Vigil itself. */
  public static final String KEY = "vigil";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Whether nothing was missing. */
  public boolean agrees() {
    return missingInHistory == 0 && missingInHot == 0;
  }

  /** This record's value in UTF-8 JSON. */
  public byte[] toJson() {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * Reads a record's value; members that this version does not know are passed over.
   *
   * @throws IllegalArgumentException if the bytes are no such record
   */
  public static StorageCheck fromJson(byte[] json) {
    try {
      StorageCheck read = JSON.readValue(json, StorageCheck.class);
      if (read == null || read.at() == null) {
        throw new IllegalArgumentException("not a storage check");
      }
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a storage check: " + e.getOriginalMessage(), e);
    }
  }
}
