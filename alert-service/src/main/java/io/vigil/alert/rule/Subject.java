package io.vigil.alert.rule;

import io.vigil.schema.vital.Vital;

/** Which vital of which patient an alarm is about. */
record Subject(String patient, Vital vital) {}
