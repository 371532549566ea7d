package io.vigil.storage.record;

import static io.vigil.schema.wire.Vital.VITAL_HEART_RATE;
import static io.vigil.schema.wire.Vital.VITAL_SPO2;
import static io.vigil.storage.record.Records.START;
import static io.vigil.storage.record.Records.heartRates;
import static io.vigil.storage.record.Records.message;
import static io.vigil.storage.record.Records.raw;
import static io.vigil.storage.record.Records.record;
import static io.vigil.storage.record.Records.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Series;
import io.vigil.storage.series.SeriesKey;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDecoderTest {
  private final RecordDecoder decoder = new RecordDecoder();

  @Test
  void readsTheSeriesOfARecord() {
    DecodedRecord decoded =
        decoder.decode(
            record(
                0,
                0,
                "p-0001",
                message(
                    "p-0001",
                    series(VITAL_HEART_RATE, START, "72x2"),
                    series(VITAL_SPO2, START, "97"))));

    assertThat(decoded.rejections()).isEmpty();
    assertThat(decoded.readings()).isEqualTo(3);
    assertThat(decoded.series())
        .extracting(ReceivedSeries::key)
        .containsExactly(
            new SeriesKey("p-0001", Vital.HEART_RATE), new SeriesKey("p-0001", Vital.SPO2));
  }

  @Test
  void refusesWhatIsNoMessage() {
    assertRejected(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF, 1, 2}), RejectReason.MALFORMED, 1);
  }

  @Test
  @SuppressWarnings("NullAway") // That is the point.
  void refusesARecordWithoutAValue() {
    assertRejected(
        new ConsumerRecord<>(Topics.READINGS, 0, 0, new byte[] {'p'}, null),
        RejectReason.MALFORMED,
        1);
  }

  @Test
  @SuppressWarnings("NullAway") // That is the point.
  void refusesARecordWithoutAKey() {
    byte[] value = heartRates(0, 0, "p-0001", "72x3").value();

    assertRejected(
        new ConsumerRecord<>(Topics.READINGS, 0, 0, null, value), RejectReason.WRONG_KEY, 3);
  }

  @Test
  void refusesARecordUnderTheKeyOfAnotherPatient() {
    byte[] value = heartRates(0, 0, "p-0001", "72x3").value();

    assertRejected(raw(0, 0, "p-0002", value), RejectReason.WRONG_KEY, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p/1", "../p", " p-1", "pä"})
  void refusesAPatientWhoseIdIsNone(String patient) {
    assertRejected(heartRates(0, 0, patient, "72"), RejectReason.INVALID_PATIENT, 1);
  }

  @Test
  void takesWhatItKnowsBesideAVitalThatItDoesNot() {
    Series unknown = series(VITAL_SPO2, START, "1x4").toBuilder().setVitalValue(99).build();
    DecodedRecord decoded =
        decoder.decode(
            record(
                0,
                0,
                "p-0001",
                message("p-0001", unknown, series(VITAL_HEART_RATE, START, "72x2"))));

    assertThat(decoded.readings()).isEqualTo(2);
    assertThat(decoded.rejections())
        .containsExactly(new Rejection(RejectReason.UNKNOWN_VITAL, "vital 99", 4));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 7_258_118_400_000L, Long.MAX_VALUE})
  void takesWhatIsInRangeBesideATimeThatIsNot(long outside) {
    DecodedRecord decoded =
        decoder.decode(
            record(
                0,
                0,
                "p-0001",
                message(
                    "p-0001",
                    series(VITAL_HEART_RATE, outside, "72"),
                    series(VITAL_SPO2, START, "97"))));

    assertThat(decoded.readings()).isEqualTo(1);
    assertThat(decoded.rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.TIME_OUT_OF_RANGE);
  }

  @Test
  void answersWhateverTheBytes() {
    var random = new Random(11);
    byte[] whole = heartRates(0, 0, "p-0001", "72x5 140x3").value();
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = whole.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }

      DecodedRecord decoded = decoder.decode(raw(0, 0, "p-0001", damaged));

      assertThat(decoded.series()).allSatisfy(one -> assertThat(one.readings()).isNotEmpty());
    }
  }

  private void assertRejected(
      ConsumerRecord<byte[], byte[]> record, RejectReason reason, int readings) {
    DecodedRecord decoded = decoder.decode(record);

    assertThat(decoded.series()).isEmpty();
    assertThat(decoded.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(reason);
              assertThat(rejection.readings()).isEqualTo(readings);
            });
  }
}
