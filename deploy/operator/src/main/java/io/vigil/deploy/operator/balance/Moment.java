package io.vigil.deploy.operator.balance;

import java.util.ArrayList;
import java.util.List;

/** Everything that is known of one event time of one series. */
final class Moment {
  final List<Sent> before = new ArrayList<>(1);
  final List<Sent> after = new ArrayList<>(1);
  final List<Logged> logged = new ArrayList<>(1);
  final List<Kept> kept = new ArrayList<>(1);

  /** Whether the sender was told that it is stored. */
  boolean isAcknowledged() {
    return before.stream().anyMatch(sent -> sent.outcome() == Outcome.ACKNOWLEDGED);
  }

  /** Whether it may be stored with this value. */
  boolean isExplained(int valueHundredths) {
    return after.stream()
        .filter(sent -> sent.outcome() != Outcome.REFUSED)
        .anyMatch(sent -> sent.valueHundredths() == valueHundredths);
  }

  /** Why it should not be stored with this value, in words. */
  String objection(int valueHundredths) {
    if (after.isEmpty()) {
      return "was never sent";
    }
    return after.stream().anyMatch(sent -> sent.valueHundredths() == valueHundredths)
        ? "was refused"
        : "was sent with another value";
  }
}
