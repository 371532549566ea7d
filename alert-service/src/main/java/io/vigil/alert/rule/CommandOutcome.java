package io.vigil.alert.rule;

/** What became of a command. */
public enum CommandOutcome {
  /** It has changed something. */
  DONE,
  /** All was as it asks already. */
  UNCHANGED,
  /** It is about an episode that is not there, or is over. */
  UNKNOWN
}
