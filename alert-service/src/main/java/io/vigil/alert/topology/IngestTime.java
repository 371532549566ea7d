package io.vigil.alert.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The ingest time by which readings and watermarks are merged: the record's timestamp, which their
 * writers set to it. A record without one is taken with the time before it, since its value may
 * still be sound, and Streams would stop.
 */
public final class IngestTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
  }
}
