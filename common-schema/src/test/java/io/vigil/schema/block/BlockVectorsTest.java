package io.vigil.schema.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The blocks of vectors.json, which every decoder is tested on. A change of them is a change of the
 * format.
 */
class BlockVectorsTest {
  private final BlockCodec codec = new BlockCodec();

  record Vector(String name, boolean open, List<Long> times, List<Integer> values, String block) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Vector> vectors() throws IOException {
    try (InputStream in = BlockVectorsTest.class.getResourceAsStream("/block/vectors.json")) {
      return new JsonMapper().readValue(in, new TypeReference<List<Vector>>() {});
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isWrittenAndRead(Vector vector) {
    ReadingColumns readings = readings(vector);
    byte[] block = HexFormat.of().parseHex(vector.block);

    assertThat(codec.decode(block)).isEqualTo(readings);
    assertThat(vector.open ? codec.encodeOpen(readings) : codec.encode(readings)).isEqualTo(block);
  }

  private static ReadingColumns readings(Vector vector) {
    var readings = new ReadingColumnsBuilder();
    for (int i = 0; i < vector.times.size(); i++) {
      readings.add(vector.times.get(i), vector.values.get(i));
    }
    return readings.build();
  }
}
