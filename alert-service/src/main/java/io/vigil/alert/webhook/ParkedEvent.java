package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * An event that a target did not take in time, as it lies in vitals.webhooks-parked under the
 * subscription's id.
 *
 * @param eventId of the event
 * @param patient whose
 * @param reason what the last attempt came to
 * @param event in JSON, as it lies in vitals.alerts
 */
record ParkedEvent(
    String subscription, String eventId, String patient, String reason, String event) {
  private static final String ID = "vigil-webhook-event";
  private static final String PATIENT = "vigil-webhook-patient";
  private static final String REASON = "vigil-webhook-reason";

  ProducerRecord<String, byte[]> toRecord() {
    ProducerRecord<String, byte[]> parked =
        new ProducerRecord<>(Topics.WEBHOOKS_PARKED, subscription, event.getBytes(UTF_8));
    parked.headers().add(ID, eventId.getBytes(UTF_8));
    parked.headers().add(PATIENT, patient.getBytes(UTF_8));
    parked.headers().add(REASON, reason.getBytes(UTF_8));
    return parked;
  }

  static ParkedEvent of(ConsumerRecord<String, byte[]> parked) {
    return new ParkedEvent(
        parked.key(),
        text(parked.headers(), ID),
        text(parked.headers(), PATIENT),
        text(parked.headers(), REASON),
        new String(parked.value(), UTF_8));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
