package io.vigil.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.reading.Submission;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Readings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaReadingLogTest {
  private static final long T = 1_795_248_000_000L;
  private static final String ONE = "{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}";
  private static final String TWO_PATIENTS =
      """
      [{"patient":"p-0001","vital":"spo2","time":1795248000000,"value":98},
       {"patient":"p-0002","vital":"spo2","time":1795248000000,"value":97},
       {"patient":"p-0001","vital":"spo2","time":1795247999000,"value":99}]
      """;

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final KafkaReadingLog log =
      new KafkaReadingLog(producer, new ReadingCounters(meters), Duration.ZERO);
  private final List<Append> ended = new ArrayList<>();

  @Test
  void writesARecordWithThePatientAsKeyAndTheIngestTimeAsTimestamp() throws Exception {
    append(ONE);

    ProducerRecord<String, byte[]> record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo(Topics.READINGS);
    assertThat(record.key()).isEqualTo("p-0001");
    assertThat(record.timestamp()).isEqualTo(T);
    assertThat(record.partition()).isNull();
    assertThat(Readings.parseFrom(record.value()).getDevice()).isEqualTo("dev-1");
  }

  @Test
  void endsOnlyWhenTheLogHasAcknowledged() throws Exception {
    append(ONE);

    assertThat(ended).isEmpty();
    producer.completeNext();
    assertThat(ended).containsExactly(Append.ACKNOWLEDGED);
    assertThat(meters.counter("vigil.readings.forwarded", "stage", "ingest").count()).isEqualTo(1);
  }

  @Test
  void writesARecordForEachPatientAndWaitsForAll() throws Exception {
    append(TWO_PATIENTS);

    assertThat(producer.history())
        .extracting(ProducerRecord::key)
        .containsExactly("p-0001", "p-0002");
    producer.completeNext();
    assertThat(ended).isEmpty();
    producer.completeNext();
    assertThat(ended).containsExactly(Append.ACKNOWLEDGED);
    assertThat(meters.counter("vigil.readings.forwarded", "stage", "ingest").count()).isEqualTo(3);
  }

  @Test
  void promisesNothingIfOneRecordOfSeveralIsNotAcknowledged() throws Exception {
    append(TWO_PATIENTS);

    producer.errorNext(new TimeoutException("expired"));
    assertThat(ended).isEmpty();
    producer.completeNext();

    assertThat(ended).containsExactly(Append.NOT_ACKNOWLEDGED);
    assertThat(meters.counter("vigil.readings.forwarded", "stage", "ingest").count()).isEqualTo(1);
  }

  @Test
  void tellsThatTheBufferIsFull() throws Exception {
    producer.sendException = new BufferExhaustedException("full");

    append(ONE);

    assertThat(ended).containsExactly(Append.BUFFER_FULL);
  }

  @Test
  void endsOnceEvenIfTheProducerThrows() throws Exception {
    producer.sendException = new IllegalStateException("closed");

    append(TWO_PATIENTS);

    assertThat(ended).containsExactly(Append.NOT_ACKNOWLEDGED);
  }

  @Test
  void closesTheProducer() {
    log.close();

    assertThat(producer.closed()).isTrue();
  }

  private void append(String body) throws Exception {
    Submission submission = ReadingsEncoderTest.submission(body, patientsOf(body));
    log.append(submission.patients(), "dev-1", T, ended::add);
  }

  private static String[] patientsOf(String body) {
    return body.equals(ONE) ? new String[0] : new String[] {"p-0001", "p-0002"};
  }
}
