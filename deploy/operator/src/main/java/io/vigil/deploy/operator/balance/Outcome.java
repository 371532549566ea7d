package io.vigil.deploy.operator.balance;

/** What became of a reading, as its sender knows it. */
public enum Outcome {
  /** Answered 202 and not listed as rejected: it has to be stored. */
  ACKNOWLEDGED,
  /** Refused for good, by name: it must not be stored. */
  REFUSED,
  /** Given up without a decision: it may be stored, if an attempt was not answered. */
  DROPPED,
  /** Nothing is decided yet: it may be stored already. */
  QUEUED
}
