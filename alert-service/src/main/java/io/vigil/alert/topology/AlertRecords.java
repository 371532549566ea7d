package io.vigil.alert.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Records of the topic vitals.alerts. */
public final class AlertRecords {
  private static final byte[] CONTENT_TYPE = AlertEvent.CONTENT_TYPE.getBytes(UTF_8);

  private AlertRecords() {}

  /**
   * An alarm's record.
   *
   * @param decidedAtMs the ingest time of what decided
   */
  public static Record<String, byte[]> of(Alert alert, long decidedAtMs) {
    return of(alert.patient(), AlertEvent.of(alert).toJson(), decidedAtMs);
  }

  static Record<String, byte[]> of(String key, byte[] event, long timeMs) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("content-type", CONTENT_TYPE);
    return new Record<>(key, event, timeMs, headers);
  }
}
