package io.vigil.alert.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.vigil.schema.topic.RejectedRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks records that cannot be processed in vitals.rejected, in the transaction that moves past
 * them, counts them, and logs the first of each cause. Streams makes it by reflection and gives it
 * what it needs through the settings.
 */
public final class Parking implements DeserializationExceptionHandler, ProcessingExceptionHandler {
  /** Setting: the meter registry in which parked records are counted. */
  public static final String METERS = "vigil.parking.meters";

  private static final Logger log = LoggerFactory.getLogger(Parking.class);
  private static final String BY = "alert-service";

  private final Set<String> causesTold = ConcurrentHashMap.newKeySet();
  private MeterRegistry meters = Metrics.globalRegistry;

  @Override
  public void configure(Map<String, ?> settings) {
    if (settings.get(METERS) instanceof MeterRegistry given) {
      meters = given;
    }
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    return DeserializationExceptionHandler.Response.resume(List.of(park(record, failure)));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    ConsumerRecord<byte[], byte[]> source =
        new ConsumerRecord<>(
            context.topic(),
            context.partition(),
            context.offset(),
            context.sourceRawKey(),
            context.sourceRawValue());
    context.headers().forEach(source.headers()::add);
    return ProcessingExceptionHandler.Response.resume(List.of(park(source, failure)));
  }

  private ProducerRecord<byte[], byte[]> park(
      ConsumerRecord<byte[], byte[]> record, Exception failure) {
    String reason = "failed";
    String detail = failure.getClass().getSimpleName();
    if (failure instanceof UnprocessableRecordException unprocessable) {
      reason = unprocessable.reason();
      detail = String.valueOf(unprocessable.getMessage());
    }
    meters.counter("vigil.records.parked", "stage", "alert", "reason", reason).increment();
    if (causesTold.add(record.topic() + ' ' + reason + ' ' + detail)) {
      log.error(
          "Parking {}-{} at offset {} ({}), and whatever fails alike without a further word",
          record.topic(),
          record.partition(),
          record.offset(),
          detail,
          failure instanceof UnprocessableRecordException ? null : failure);
    }
    return RejectedRecord.of(record, BY, reason, detail);
  }
}
