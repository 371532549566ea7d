package io.vigil.alert.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.MessageLite;
import io.vigil.alert.rule.Rules;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Watermark;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of one partition to its {@link PartitionAlarms} and the alarms that follow
 * from them on their way, committing at once so that nobody waits for the commit interval.
 *
 * <p>An alarm's record has the timestamp of the record that decided, which is an ingest time.
 */
final class AlarmProcessor implements Processor<String, MessageLite, String, Alert> {
  static final String PATIENTS = "patients";
  static final String LISTENING = "listening";

  private static final byte[] CONTENT_TYPE = AlertEvent.CONTENT_TYPE.getBytes(UTF_8);

  private final Rules rules;
  private final Census census;
  private final AlertMetrics metrics;
  private @Nullable PartitionAlarms alarms;
  private long decidedAtMs;

  AlarmProcessor(Rules rules, Census census, AlertMetrics metrics) {
    this.rules = rules;
    this.census = census;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    alarms =
        new PartitionAlarms(
            context.getStateStore(PATIENTS),
            context.getStateStore(LISTENING),
            rules,
            census,
            metrics,
            alert -> tell(alert, context));
  }

  private void tell(Alert alert, ProcessorContext<String, Alert> context) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("content-type", CONTENT_TYPE);
    context.forward(new Record<>(alert.patient(), alert, decidedAtMs, headers));
    context.commit();
    metrics.alert(alert, decidedAtMs);
  }

  @Override
  public void process(Record<String, MessageLite> taken) {
    PartitionAlarms running = alarms;
    if (running == null) {
      throw new IllegalStateException("a record before the task was made ready");
    }
    decidedAtMs = taken.timestamp();
    running.letGoOfDischarged(decidedAtMs);
    if (taken.value() instanceof Readings readings) {
      running.take(valid(taken.key(), readings));
    } else if (taken.value() instanceof Watermark watermark) {
      running.take(watermark);
    }
  }

  /** Readings under another key could be in another partition than the rest of their patient's. */
  private static Readings valid(@Nullable String key, Readings readings) {
    if (!readings.getPatient().equals(key)) {
      throw new UnprocessableRecordException("key_mismatch", "a key that is not the patient's");
    }
    return readings;
  }

  @Override
  public void close() {
    if (alarms != null) {
      alarms.close();
      alarms = null;
    }
  }
}
