package io.vigil.alert.storage;

import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.Pipeline;
import io.vigil.alert.rule.StorageAgreement;
import io.vigil.alert.rule.Surroundings;
import io.vigil.alert.topology.AlarmSettings;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.AlertRecords;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.check.StorageCheck;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.wire.PresenceRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Brings checks, and what is commanded of their alarm, to the {@link StorageAgreement}. */
final class StorageProcessor implements Processor<String, Object, String, byte[]> {
  static final String STORE = "storage-agreement";

  private final AlarmSettings settings;
  private final Census census;
  private final AlertMetrics metrics;
  private @Nullable ObjectStore<StorageAgreement> store;
  private @Nullable Surroundings surroundings;

  StorageProcessor(AlarmSettings settings, Census census, AlertMetrics metrics) {
    this.settings = settings;
    this.census = census;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    ObjectStore<StorageAgreement> kept = context.getStateStore(STORE);
    kept.load();
    store = kept;
    surroundings =
        new Surroundings(
            settings.rules(),
            settings.lifeCycle(),
            new Listening(),
            census,
            alert -> tell(alert, context));
  }

  private void tell(Alert alert, ProcessorContext<String, byte[]> context) {
    long decidedAtMs = alert.time().toEpochMilli();
    context.forward(AlertRecords.of(alert, decidedAtMs));
    context.commit();
    metrics.alert(alert, decidedAtMs);
  }

  @Override
  public void process(Record<String, Object> taken) {
    if (store == null || surroundings == null) {
      throw new IllegalStateException("a record before the task was made ready");
    }
    StorageAgreement known = store.get(Pipeline.NAME);
    StorageAgreement agreement = known == null ? new StorageAgreement() : known;
    if (taken.value() instanceof StorageCheck check) {
      agreement.checked(check, surroundings);
    } else if (taken.value() instanceof PresenceRecord said && said.hasCommand()) {
      take(AlertCommand.fromJson(said.getCommand().toByteArray()), agreement, surroundings);
    } else {
      return;
    }
    store.put(Pipeline.NAME, agreement);
  }

  private void take(AlertCommand command, StorageAgreement agreement, Surroundings with) {
    if (command instanceof Acknowledge taken && taken.patient().equals(Pipeline.NAME)) {
      metrics.command(command, agreement.acknowledge(taken, with));
    }
  }
}
