package io.vigil.gateway.limits;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits by which a patient is judged: each vital by its code, beside from whom they are.
 *
 * @param inForce the patient's own over the ward's over Vigil's, by the codes of the vitals
 * @param by who gave the patient limits of their own last, or null
 * @param at when, or null
 * @param own what the patient has of their own
 * @param ward what holds without
 * @param versions the patient's own limits since they first had any, newest first
 */
@JsonPropertyOrder({"inForce", "by", "at", "own", "ward", "versions"})
record LimitsInForce(
    @JsonAnyGetter Map<String, VitalLimits> inForce,
    @Nullable String by,
    @Nullable Instant at,
    Limits own,
    Limits ward,
    List<Version> versions) {

  /** The members that are no vitals, so that an answer can be changed and sent back. */
  static final List<String> BESIDE_VITALS = List.of("by", "at", "own", "ward", "versions");

  /** What somebody gave a patient once. */
  record Version(String by, Instant at, Limits limits) {
    static Version of(LimitsChange change) {
      return new Version(change.by(), change.at(), change.limits());
    }
  }

  static LimitsInForce of(List<LimitsChange> versions, Limits ward) {
    LimitsChange last = versions.isEmpty() ? null : versions.get(0);
    Limits own = last == null ? Limits.NONE : last.limits();
    return new LimitsInForce(
        own.over(ward).byCode(),
        last == null ? null : last.by(),
        last == null ? null : last.at(),
        own,
        ward,
        versions.stream().map(Version::of).toList());
  }
}
