package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;

/** Which of a vital's four limits a threshold guards. */
enum Bound {
  HIGH(AlertRule.HIGH, AlertPriority.MEDIUM, true) {
    @Override
    int limit(VitalRules rules) {
      return rules.highAbove();
    }
  },
  LOW(AlertRule.LOW, AlertPriority.MEDIUM, false) {
    @Override
    int limit(VitalRules rules) {
      return rules.lowBelow();
    }
  },
  EXTREME_HIGH(AlertRule.EXTREME_HIGH, AlertPriority.HIGH, true) {
    @Override
    int limit(VitalRules rules) {
      return rules.extremeHighAbove();
    }
  },
  EXTREME_LOW(AlertRule.EXTREME_LOW, AlertPriority.HIGH, false) {
    @Override
    int limit(VitalRules rules) {
      return rules.extremeLowBelow();
    }
  };

  private final AlertRule rule;
  private final AlertPriority priority;
  private final boolean upper;

  Bound(AlertRule rule, AlertPriority priority, boolean upper) {
    this.rule = rule;
    this.priority = priority;
    this.upper = upper;
  }

  AlertRule rule() {
    return rule;
  }

  AlertPriority priority() {
    return priority;
  }

  /** How people write that a value is beyond. */
  String beyondSign() {
    return upper ? ">" : "<";
  }

  /** How people write that a value is back inside. */
  String insideSign() {
    return upper ? "≤" : "≥";
  }

  abstract int limit(VitalRules rules);

  /** Whether there is such a limit at all. */
  boolean isThere(VitalRules rules) {
    return limit(rules) != (upper ? VitalRules.NO_UPPER : VitalRules.NO_LOWER);
  }

  /** The limit less the hysteresis. */
  int backInsideLimit(VitalRules rules) {
    return limit(rules) + (upper ? -rules.timing().hysteresis() : rules.timing().hysteresis());
  }

  boolean isBeyond(int value, VitalRules rules) {
    return upper ? value > limit(rules) : value < limit(rules);
  }

  boolean isBackInside(int value, VitalRules rules) {
    return upper ? value <= backInsideLimit(rules) : value >= backInsideLimit(rules);
  }

  /** For how long values have to stay beyond before an alarm is raised. */
  long raisedAfterMs(VitalRules rules) {
    return this == HIGH || this == LOW
        ? rules.timing().holdForMs()
        : rules.timing().extremeHoldForMs();
  }
}
