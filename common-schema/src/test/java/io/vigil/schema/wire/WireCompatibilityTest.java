package io.vigil.schema.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of earlier versions lie in the log for days: they have to be read as they were meant. */
class WireCompatibilityTest {
  /** A record of version 0.1: p-0001, dev-1, one heart rate of 72.5 at 1234 ms with seq 17. */
  private static final String RECORD_OF_0_1 =
      "0a06702d30303031" + "12056465762d31" + "188827" + "220c0801" + "120808d20910a4711811";

  @ParameterizedTest
  @ValueSource(strings = "0.1")
  void readersOfAnEarlierVersionReadWhatIsWrittenNow(String version) throws IOException {
    assertThat(now()).containsAll(fieldsOf(version));
  }

  @Test
  void aRecordOfVersion01IsReadAsItWasMeant() throws InvalidProtocolBufferException {
    Readings written =
        Readings.newBuilder()
            .setPatient("p-0001")
            .setDevice("dev-1")
            .setIngestTimeMs(5_000)
            .addSeries(
                Series.newBuilder()
                    .setVital(Vital.VITAL_HEART_RATE)
                    .addReadings(
                        Reading.newBuilder()
                            .setEventTimeMs(1_234)
                            .setValueHundredths(7_250)
                            .setSeq(17)))
            .build();

    assertThat(Readings.parseFrom(HexFormat.of().parseHex(RECORD_OF_0_1))).isEqualTo(written);
  }

  @Test
  void aReadingWithoutASequenceNumberIsToldFromOneNumberedZero() {
    assertThat(Reading.newBuilder().setSeq(0).build().hasSeq()).isTrue();
    assertThat(Reading.getDefaultInstance().hasSeq()).isFalse();
  }

  private static List<String> fieldsOf(String version) throws IOException {
    String file = "/wire/" + version + ".txt";
    try (InputStream in = WireCompatibilityTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static List<String> now() {
    List<String> lines = new ArrayList<>();
    var file = Readings.getDescriptor().getFile();
    file.getMessageTypes().forEach(type -> type.getFields().forEach(f -> lines.add(line(f))));
    for (EnumDescriptor type : file.getEnumTypes()) {
      type.getValues()
          .forEach(v -> lines.add(type.getFullName() + " " + v.getNumber() + " " + v.getName()));
    }
    return lines;
  }

  private static String line(FieldDescriptor field) {
    return String.join(
        " ",
        field.getContainingType().getFullName(),
        Integer.toString(field.getNumber()),
        field.getName(),
        field.getType().name(),
        field.isRepeated() ? "repeated" : "single");
  }
}
