package io.vigil.alert.rule;

import org.jspecify.annotations.Nullable;

/**
 * Who has taken an alarm.
 *
 * @param atMs when, in the time of the log
 */
record Acknowledgement(String by, @Nullable String note, long atMs) {}
