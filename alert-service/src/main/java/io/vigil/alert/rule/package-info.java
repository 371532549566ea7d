/**
 * The alarm rules: thresholds on values, and silence. A rule is a function of the log alone, from a
 * patient's state and the next reading to the state after it and the alarm events that follow; no
 * clock is read here, and nothing but Java and common-schema is known. Values are judged in event
 * time, silence in ingest time. All numbers are milliseconds since the epoch and hundredths of the
 * vital's unit.
 */
@NullMarked
package io.vigil.alert.rule;

import org.jspecify.annotations.NullMarked;
