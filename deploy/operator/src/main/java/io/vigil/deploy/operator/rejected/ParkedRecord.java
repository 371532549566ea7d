package io.vigil.deploy.operator.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.topic.RejectedRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record of vitals.rejected; its position is its offset, for the topic has one partition. */
public record ParkedRecord(ConsumerRecord<byte[], byte[]> record) {
  private static final String OURS = "vigil-rejected-";

  public long position() {
    return record.offset();
  }

  public String reason() {
    return text(RejectedRecord.REASON);
  }

  public String detail() {
    return text(RejectedRecord.DETAIL);
  }

  /** The service that could not process it. */
  public String by() {
    return text(RejectedRecord.BY);
  }

  /** The topic from which it came, empty if no header tells. */
  public String topic() {
    return text(RejectedRecord.TOPIC);
  }

  /** Where it came from; empty if its headers do not tell. */
  public Optional<Origin> origin() {
    try {
      return topic().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Origin(
                  topic(),
                  Integer.parseInt(text(RejectedRecord.PARTITION)),
                  Long.parseLong(text(RejectedRecord.OFFSET))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The headers that it came with. */
  public List<Header> originalHeaders() {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .filter(header -> !header.key().startsWith(OURS))
        .toList();
  }

  /** The record as it came, for the partition from which it came. */
  public ProducerRecord<byte[], byte[]> original(Origin origin) {
    return new ProducerRecord<>(
        origin.topic(),
        origin.partition(),
        null,
        record.key(),
        record.value(),
        new RecordHeaders(originalHeaders().toArray(new Header[0])));
  }

  private String text(String header) {
    Header last = record.headers().lastHeader(header);
    return last == null || last.value() == null ? "" : new String(last.value(), UTF_8);
  }
}
