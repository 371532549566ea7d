package io.vigil.alert.rule;

/** What became of one reading. */
public enum Outcome {
  /** The rules have taken it in. */
  JUDGED,
  /** Too old to say anything of the present. */
  LATE,
  /** The same reading was there before. */
  DUPLICATE,
  /** A reading of the same time but another value was there before; the first stays. */
  CONFLICT,
  /** No rule watches its vital. */
  UNWATCHED
}
