package io.vigil.gateway.ward;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.registry.Patient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient as they are now.
 *
 * @param latest the newest reading of each vital
 * @param alerts the active alarms, each as its revision in force
 * @param reception how much of what was expected arrives; null as long as nothing measures it
 */
record PatientNow(
    String id,
    String name,
    String ward,
    String bed,
    Patient.Priority priority,
    List<LatestReading> latest,
    List<Alert> alerts,
    @Nullable Object reception) {}
