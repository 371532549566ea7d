package io.vigil.deploy.operator.rejected;

/** How far the replay of a record has got, as vitals.audit tells. */
public enum ReplayState {
  /** Nobody has replayed it. */
  NOT_YET,
  /** Somebody began, and nothing tells whether the record was written. */
  BEGUN,
  /** It was replayed. */
  DONE
}
