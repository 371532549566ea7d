package io.vigil.ingest.log;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.vigil.ingest.reading.PatientReadings;
import io.vigil.ingest.reading.ReadingSeries;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes the Protobuf message {@code Readings} straight from the columns. The generated builders
 * would make an object for each reading, only to be written and thrown away; this is beneath the
 * framework for the sake of ingest's speed, and a test holds it to what the generated parser reads.
 */
final class ReadingsEncoder {
  private ReadingsEncoder() {}

  /** The message that says what the builders would say. */
  static byte[] encode(PatientReadings readings, String device, long ingestTimeMs) {
    int[] seriesSizes = new int[readings.series().size()];
    int size =
        CodedOutputStream.computeStringSize(Readings.PATIENT_FIELD_NUMBER, readings.patient())
            + CodedOutputStream.computeStringSize(Readings.DEVICE_FIELD_NUMBER, device)
            + CodedOutputStream.computeInt64Size(
                Readings.INGEST_TIME_MS_FIELD_NUMBER, ingestTimeMs);
    for (int i = 0; i < seriesSizes.length; i++) {
      seriesSizes[i] = size(readings.series().get(i));
      size += lengthDelimited(Readings.SERIES_FIELD_NUMBER, seriesSizes[i]);
    }
    byte[] bytes = new byte[size];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeString(Readings.PATIENT_FIELD_NUMBER, readings.patient());
      out.writeString(Readings.DEVICE_FIELD_NUMBER, device);
      out.writeInt64(Readings.INGEST_TIME_MS_FIELD_NUMBER, ingestTimeMs);
      for (int i = 0; i < seriesSizes.length; i++) {
        out.writeTag(Readings.SERIES_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(seriesSizes[i]);
        write(readings.series().get(i), out);
      }
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot fail", e);
    }
    return bytes;
  }

  private static int size(ReadingSeries series) {
    int size = CodedOutputStream.computeEnumSize(Series.VITAL_FIELD_NUMBER, number(series));
    for (int i = 0; i < series.size(); i++) {
      size += lengthDelimited(Series.READINGS_FIELD_NUMBER, size(series, i));
    }
    return size;
  }

  private static int size(ReadingSeries series, int i) {
    int size =
        CodedOutputStream.computeInt64Size(
            Reading.EVENT_TIME_MS_FIELD_NUMBER, series.eventTimeMs(i));
    int value = series.valueHundredths(i);
    if (value != 0) {
      size += CodedOutputStream.computeSInt32Size(Reading.VALUE_HUNDREDTHS_FIELD_NUMBER, value);
    }
    if (series.hasSeq(i)) {
      size += CodedOutputStream.computeUInt64Size(Reading.SEQ_FIELD_NUMBER, series.seq(i));
    }
    return size;
  }

  private static void write(ReadingSeries series, CodedOutputStream out) throws IOException {
    out.writeEnum(Series.VITAL_FIELD_NUMBER, number(series));
    for (int i = 0; i < series.size(); i++) {
      out.writeTag(Series.READINGS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
      out.writeUInt32NoTag(size(series, i));
      out.writeInt64(Reading.EVENT_TIME_MS_FIELD_NUMBER, series.eventTimeMs(i));
      int value = series.valueHundredths(i);
      if (value != 0) { // proto3 leaves zeros out
        out.writeSInt32(Reading.VALUE_HUNDREDTHS_FIELD_NUMBER, value);
      }
      if (series.hasSeq(i)) {
        out.writeUInt64(Reading.SEQ_FIELD_NUMBER, series.seq(i));
      }
    }
  }

  private static int number(ReadingSeries series) {
    return series.vital().toWire().getNumber();
  }

  private static int lengthDelimited(int field, int size) {
    return CodedOutputStream.computeTagSize(field)
        + CodedOutputStream.computeUInt32SizeNoTag(size)
        + size;
  }
}
