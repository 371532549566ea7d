package io.vigil.gateway.ward;

import io.vigil.gateway.pause.PauseNow;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.registry.Patient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patient as they are now.
 *
 * @param latest the newest reading of each vital
 * @param alerts the active alarms, each as its revision in force
 * @param pause who paused their alarms, or null
 * @param reception how the newest minute of each vital was received, by the vital's code; null
 *     where none is known
 */
record PatientNow(
    String id,
    String name,
    String ward,
    String bed,
    Patient.Priority priority,
    List<LatestReading> latest,
    List<Alert> alerts,
    @Nullable PauseNow pause,
    @Nullable Map<String, MinuteReception> reception) {}
