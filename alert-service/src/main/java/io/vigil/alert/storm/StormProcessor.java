package io.vigil.alert.storm;

import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.Storm;
import io.vigil.alert.rule.Surroundings;
import io.vigil.alert.topology.AlarmSettings;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.AlertRecords;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.alert.topology.PromptCommit;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.PresenceRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the partitions say to the {@link Storms}, in the order of its times, and the alarms
 * that follow on their way.
 */
final class StormProcessor implements Processor<String, PresenceRecord, String, byte[]> {
  static final String KNOWN = "presences-known";
  static final String WAITING = "presences-waiting";
  static final String STORMS = "storms";

  private final AlarmSettings settings;
  private final Census census;
  private final AlertMetrics metrics;
  private @Nullable Waiting waiting;
  private @Nullable Storms storms;

  StormProcessor(AlarmSettings settings, Census census, AlertMetrics metrics) {
    this.settings = settings;
    this.census = census;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    ObjectStore<PresenceRecord> records = context.getStateStore(WAITING);
    ObjectStore<Presence> known = context.getStateStore(KNOWN);
    ObjectStore<Storm> raised = context.getStateStore(STORMS);
    Surroundings surroundings =
        new Surroundings(
            settings.rules(),
            settings.lifeCycle(),
            new Listening(),
            census,
            alert -> tell(alert, context));
    waiting = new Waiting(records);
    storms = new Storms(new Groups(known), raised, surroundings, metrics);
  }

  private void tell(Alert alert, ProcessorContext<String, byte[]> context) {
    long decidedAtMs = alert.time().toEpochMilli();
    context.forward(AlertRecords.of(alert, decidedAtMs));
    PromptCommit.of(decidedAtMs, context);
    metrics.alert(alert, decidedAtMs);
  }

  @Override
  public void process(Record<String, PresenceRecord> taken) {
    if (waiting == null || storms == null) {
      throw new IllegalStateException("a record before the task was made ready");
    }
    PresenceRecord said = taken.value();
    if (said.hasJudgedTo()) {
      waiting.add(said.getJudgedTo());
    } else {
      waiting.add(said);
    }
    takeInOrder(waiting, storms, waiting.judgedTo(census.partitions()));
  }

  static void takeInOrder(Waiting waiting, Storms storms, long toMs) {
    while (true) {
      long saidMs = waiting.firstMs();
      long dueMs = storms.dueMs();
      if (waiting.isTooMuch() || saidMs <= Math.min(dueMs, toMs)) {
        storms.take(waiting.poll());
      } else if (dueMs <= toMs) {
        storms.actAt(dueMs);
      } else {
        return;
      }
    }
  }
}
