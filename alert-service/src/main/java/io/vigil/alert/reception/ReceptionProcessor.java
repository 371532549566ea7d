package io.vigil.alert.reception;

import static io.vigil.alert.reception.VitalReception.MINUTE_MS;

import com.google.protobuf.MessageLite;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Watermark;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the reception of the patients of one partition, and tells each minute that has ended. */
final class ReceptionProcessor implements Processor<String, MessageLite, String, MinuteReception> {
  static final String STORE = "reception";

  private final Census census;
  private @Nullable ProcessorContext<String, MinuteReception> context;
  private @Nullable ObjectStore<PatientReception> patients;
  private long lookedAt = Long.MIN_VALUE;

  ReceptionProcessor(Census census) {
    this.census = census;
  }

  @Override
  public void init(ProcessorContext<String, MinuteReception> context) {
    this.context = context;
    ObjectStore<PatientReception> store = context.getStateStore(STORE);
    store.load();
    patients = store;
  }

  @Override
  public void process(Record<String, MessageLite> taken) {
    ObjectStore<PatientReception> store = patients;
    if (store == null) {
      throw new IllegalStateException("a record before the task was made ready");
    }
    if (taken.value() instanceof Readings readings) {
      // Under another key they are parked by the alarms.
      if (readings.getPatient().equals(taken.key())) {
        take(readings, store);
      }
    } else if (taken.value() instanceof Watermark watermark) {
      look(watermark.getIngestTimeMs(), store);
    }
  }

  private void take(Readings readings, ObjectStore<PatientReception> store) {
    PatientReception known = store.get(readings.getPatient());
    PatientReception patient = known == null ? new PatientReception(readings.getPatient()) : known;
    patient.take(readings, this::tell);
    store.put(patient.patient(), patient);
  }

  /** Looks once a minute for those of whom nothing came that ended the minute before. */
  private void look(long watermarkMs, ObjectStore<PatientReception> store) {
    long minute = PatientReception.minuteOf(watermarkMs - PatientReception.GRACE_MS);
    if (minute == lookedAt) {
      return;
    }
    lookedAt = minute;
    for (PatientReception patient : List.copyOf(store.all())) {
      if (patient.isOver(watermarkMs)) {
        end(patient, watermarkMs, store);
      }
    }
  }

  private void end(
      PatientReception patient, long watermarkMs, ObjectStore<PatientReception> store) {
    if (patient.heardNothing() && !census.isAdmitted(patient.patient())) {
      store.remove(patient.patient());
    } else {
      patient.end(watermarkMs, this::tell);
      store.put(patient.patient(), patient);
    }
  }

  private void tell(MinuteReception minute) {
    if (context != null) {
      long end = minute.minute().toEpochMilli() + MINUTE_MS;
      context.forward(new Record<>(minute.patient(), minute, end));
    }
  }
}
