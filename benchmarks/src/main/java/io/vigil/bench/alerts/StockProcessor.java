package io.vigil.bench.alerts;

import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads a patient's state, judges a record's readings, writes the state: as the guide has it. */
final class StockProcessor implements Processor<String, Readings, String, byte[]> {
  static final String STORE = "patients";

  private @Nullable ProcessorContext<String, byte[]> context;
  private @Nullable KeyValueStore<String, StockWatch> patients;

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.patients = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, Readings> taken) {
    ProcessorContext<String, byte[]> to = context;
    KeyValueStore<String, StockWatch> store = patients;
    if (to == null || store == null) {
      throw new IllegalStateException("a record before the task was made ready");
    }
    StockWatch known = store.get(taken.key());
    StockWatch watch = known == null ? new StockWatch() : known;
    for (Series series : taken.value().getSeriesList()) {
      for (Reading reading : series.getReadingsList()) {
        watch.take(
            taken.key(),
            reading.getEventTimeMs(),
            reading.getValueHundredths(),
            taken.value().getIngestTimeMs(),
            told -> to.forward(taken.withValue(told.toJson())));
      }
    }
    store.put(taken.key(), watch);
  }
}
