package io.vigil.schema.reception;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one vital of one patient was received in one minute of ingest time: one record of the topic
 * vitals.reception. Together, {@code received}, {@code duplicate}, {@code conflict} and {@code
 * late} are everything that ingest acknowledged of it in that minute.
 *
 * @param patient the patient's id
 * @param vital the vital's code
 * @param minute the ingest time at which the minute began
 * @param expected as many readings as the usual distance between two lets expect
 * @param received readings of the present, each counted once
 * @param duplicate readings that had been there before with the same value
 * @param conflict readings of a time that was there before with another value; the first stays
 * @param late readings that came too late to say anything of the present
 * @param outOfOrder of those received, how many came after a later one
 * @param missing how many never arrived, by the numbers that the device gives; null where it gives
 *     none
 * @param intervalMs the usual distance between two readings, null while it is not known
 * @param longestSilenceMs the longest distance between two readings that follow each other, or
 *     until the end of the minute where nothing followed
 * @param jitterMs by how much one distance differs from the next, on average; null where fewer than
 *     two distances can be compared
 */
public record MinuteReception(
    String patient,
    String vital,
    Instant minute,
    int expected,
    int received,
    int duplicate,
    int conflict,
    int late,
    int outOfOrder,
    @Nullable Integer missing,
    @Nullable Long intervalMs,
    long longestSilenceMs,
    @Nullable Long jitterMs) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** This record's value in UTF-8 JSON. */
  public byte[] toJson() {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * Reads a record's value; members that this version does not know are passed over.
   *
   * @throws IllegalArgumentException if the bytes are no such record
   */
  public static MinuteReception fromJson(byte[] json) {
    try {
      MinuteReception read = JSON.readValue(json, MinuteReception.class);
      if (read == null || read.patient() == null || read.vital() == null || read.minute() == null) {
        throw new IllegalArgumentException("not a minute's reception");
      }
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a minute's reception: " + e.getOriginalMessage(), e);
    }
  }
}
