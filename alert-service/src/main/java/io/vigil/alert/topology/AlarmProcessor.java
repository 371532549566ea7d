package io.vigil.alert.topology;

import io.vigil.alert.rule.Times;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.Heartbeat;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.wire.PresenceRecord;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Watermark;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of one partition to its {@link PartitionAlarms} and the alarms that follow
 * from them on their way.
 *
 * <p>An alarm's record has the timestamp of the record that decided, which is an ingest time.
 */
final class AlarmProcessor implements Processor<String, Object, String, byte[]> {
  static final String PATIENTS = "patients";
  static final String LISTENING = "listening";

  /** Where alarms go. */
  static final String ALERTS = "alerts";

  /** Where heartbeats go. */
  static final String HEARTBEATS = "heartbeats";

  /** Where it goes who speaks and who is silent. */
  static final String PRESENCES = "presences";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final AlarmSettings settings;
  private final Census census;
  private final AlertMetrics metrics;
  private final Attention attention;
  private @Nullable PartitionAlarms alarms;
  private long decidedAtMs;

  AlarmProcessor(AlarmSettings settings, Census census, AlertMetrics metrics) {
    this.settings = settings;
    this.census = census;
    this.metrics = metrics;
    this.attention = new Attention(System::nanoTime, settings.rules().pipelineAfterMs());
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    PartitionAlarms started =
        new PartitionAlarms(
            context.taskId().partition(),
            context.getStateStore(PATIENTS),
            context.getStateStore(LISTENING),
            settings.rules(),
            settings.lifeCycle(),
            census,
            metrics,
            alert -> tell(alert, context),
            presence -> tell(presence, context));
    alarms = started;
    context.schedule(
        LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, nowMs -> lookForWatermarks(started));
    context.schedule(
        settings.heartbeatEvery(),
        PunctuationType.WALL_CLOCK_TIME,
        nowMs -> beat(nowMs, started, context));
  }

  private void lookForWatermarks(PartitionAlarms running) {
    if (attention.isLost()) {
      decidedAtMs = running.heardToMs() + settings.rules().pipelineAfterMs();
      running.pipelineIsSilent();
    }
  }

  private void beat(long nowMs, PartitionAlarms running, ProcessorContext<String, byte[]> context) {
    long heardToMs = running.heardToMs();
    Heartbeat heartbeat =
        new Heartbeat(
            context.taskId().partition(),
            Instant.ofEpochMilli(nowMs),
            heardToMs == Times.NONE ? null : Instant.ofEpochMilli(heardToMs));
    context.forward(AlertRecords.of(heartbeat.key(), heartbeat.toJson(), nowMs), HEARTBEATS);
    context.commit();
  }

  private void tell(Alert alert, ProcessorContext<String, byte[]> context) {
    context.forward(AlertRecords.of(alert, decidedAtMs), ALERTS);
    PromptCommit.of(decidedAtMs, context);
    metrics.alert(alert, decidedAtMs);
  }

  private void tell(PresenceRecord presence, ProcessorContext<String, byte[]> context) {
    String key = presence.hasPresence() ? presence.getPresence().getPatient() : null;
    context.forward(new Record<>(key, presence.toByteArray(), decidedAtMs), PRESENCES);
  }

  @Override
  public void process(Record<String, Object> taken) {
    PartitionAlarms running = alarms;
    if (running == null) {
      throw new IllegalStateException("a record before the task was made ready");
    }
    decidedAtMs = taken.timestamp();
    running.takeChanges(decidedAtMs);
    if (taken.value() instanceof Readings readings) {
      running.take(valid(taken.key(), readings));
    } else if (taken.value() instanceof Watermark watermark) {
      attention.heard();
      running.take(watermark);
    } else if (taken.value() instanceof AlertCommand command) {
      running.take(valid(taken.key(), command));
    }
  }

  private static AlertCommand valid(@Nullable String key, AlertCommand command) {
    if (!command.patient().equals(key)) {
      throw new UnprocessableRecordException("key_mismatch", "a key that is not the patient's");
    }
    return command;
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
