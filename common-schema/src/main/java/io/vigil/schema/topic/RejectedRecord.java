package io.vigil.schema.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * How a record that a consumer could not process lies in the topic vitals.rejected: key, value and
 * headers as it came, and headers that tell why it is there and where it came from.
 */
public final class RejectedRecord {
  /** Header: the reason as a code, for example {@code malformed}. */
  public static final String REASON = "vigil-rejected-reason";

  /** Header: the reason in words, without vitals or names. */
  public static final String DETAIL = "vigil-rejected-detail";

  /** Header: the service that could not process it, for example {@code storage-sink}. */
  public static final String BY = "vigil-rejected-by";

  /** Header: the topic in which it lay. */
  public static final String TOPIC = "vigil-rejected-topic";

  /** Header: the partition in which it lay, in decimal digits. */
  public static final String PARTITION = "vigil-rejected-partition";

  /** Header: the offset at which it lay, in decimal digits. */
  public static final String OFFSET = "vigil-rejected-offset";

  private RejectedRecord() {}

  /** The record to send to {@link Topics#REJECTED}. */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record, String by, String reason, String detail) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    add(headers, REASON, reason);
    add(headers, DETAIL, detail);
    add(headers, BY, by);
    add(headers, TOPIC, record.topic());
    add(headers, PARTITION, Integer.toString(record.partition()));
    add(headers, OFFSET, Long.toString(record.offset()));
    return new ProducerRecord<>(Topics.REJECTED, null, null, record.key(), record.value(), headers);
  }

  private static void add(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }
}
