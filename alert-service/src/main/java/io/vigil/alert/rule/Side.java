package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertRule;

/** Which of a vital's two limits a threshold guards. */
enum Side {
  HIGH(AlertRule.HIGH, ">", "≤") {
    @Override
    int limit(VitalRules rules) {
      return rules.highAbove();
    }

    @Override
    int backInsideLimit(VitalRules rules) {
      return rules.highAbove() - rules.hysteresis();
    }

    @Override
    boolean isBeyond(int value, VitalRules rules) {
      return value > rules.highAbove();
    }

    @Override
    boolean isBackInside(int value, VitalRules rules) {
      return value <= backInsideLimit(rules);
    }
  },
  LOW(AlertRule.LOW, "<", "≥") {
    @Override
    int limit(VitalRules rules) {
      return rules.lowBelow();
    }

    @Override
    int backInsideLimit(VitalRules rules) {
      return rules.lowBelow() + rules.hysteresis();
    }

    @Override
    boolean isBeyond(int value, VitalRules rules) {
      return value < rules.lowBelow();
    }

    @Override
    boolean isBackInside(int value, VitalRules rules) {
      return value >= backInsideLimit(rules);
    }
  };

  private final AlertRule rule;
  private final String beyondSign;
  private final String insideSign;

  Side(AlertRule rule, String beyondSign, String insideSign) {
    this.rule = rule;
    this.beyondSign = beyondSign;
    this.insideSign = insideSign;
  }

  AlertRule rule() {
    return rule;
  }

  /** How people write that a value is beyond, for example {@code >}. */
  String beyondSign() {
    return beyondSign;
  }

  /** How people write that a value is back inside, for example {@code ≤}. */
  String insideSign() {
    return insideSign;
  }

  abstract int limit(VitalRules rules);

  /** The limit less the hysteresis. */
  abstract int backInsideLimit(VitalRules rules);

  abstract boolean isBeyond(int value, VitalRules rules);

  abstract boolean isBackInside(int value, VitalRules rules);
}
