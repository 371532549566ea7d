package io.vigil.alert.rule;

/** What was told last of whether a patient speaks. */
public enum ToldPresence {
  UNTOLD,
  SPEAKING,
  SILENT
}
