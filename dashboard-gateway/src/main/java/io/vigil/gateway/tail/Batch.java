package io.vigil.gateway.tail;

import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.reception.MinuteReception;
import java.util.List;

/**
 * What one poll brought.
 *
 * @param readings in the order of the log within each partition
 * @param alerts in the order of the log within each partition
 * @param commands in the order of the log within each partition
 * @param receptions how minutes were received, in the order of the log within each partition
 * @param readingsAfter the place in the topic of readings after this batch
 * @param alertsAfter the place in the topic of alerts after this batch
 */
public record Batch(
    List<PatientReadings> readings,
    List<AlertAt> alerts,
    List<AlertCommand> commands,
    List<MinuteReception> receptions,
    Offsets readingsAfter,
    Offsets alertsAfter) {

  public boolean isEmpty() {
    return readings.isEmpty() && alerts.isEmpty() && commands.isEmpty() && receptions.isEmpty();
  }
}
