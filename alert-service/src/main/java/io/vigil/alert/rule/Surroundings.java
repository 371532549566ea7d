package io.vigil.alert.rule;

import io.vigil.schema.alert.Alert;
import java.util.function.Consumer;

/**
 * What a patient's watch works with, the same for all patients of a partition.
 *
 * @param rules how values and silences are judged
 * @param lifeCycle what happens to alarms that stay
 * @param listening whether our own pipeline was listening
 * @param admissions who is admitted
 * @param alarms takes each event as it is found
 */
public record Surroundings(
    Rules rules,
    LifeCycle lifeCycle,
    Listening listening,
    Admissions admissions,
    Consumer<Alert> alarms) {}
