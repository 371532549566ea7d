package io.vigil.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * One line of a table: a ratio between Vigil and a peer or a limit.
 *
 * @param number by which the goal is known, or empty
 * @param name what was measured, with its unit
 * @param vigil what Vigil did
 * @param peer what it is held against, and what that did
 * @param ratio Vigil to the peer
 * @param goal of the ratio, or null where it only tells more
 */
public record Figure(
    String number, String name, String vigil, String peer, double ratio, @Nullable Goal goal) {

  String toRow() {
    String verdict = goal == null ? "" : goal.isReachedBy(ratio) ? "reached" : "**missed**";
    return "| %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            number,
            name,
            vigil,
            peer,
            Quantity.times(ratio),
            goal == null ? "" : goal.toString(),
            verdict);
  }
}
