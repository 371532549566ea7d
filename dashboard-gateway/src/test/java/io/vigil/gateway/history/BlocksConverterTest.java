package io.vigil.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;

class BlocksConverterTest {
  private static final MediaType BLOCKS = MediaType.valueOf(BlocksConverter.MEDIA_TYPE);

  private final BlockCodec codec = new BlockCodec();

  @Test
  void writesADayInBlocksOfBoundedSize() throws IOException {
    ReadingColumns day = readings(86_400);

    List<ReadingColumns> blocks = written(day);

    assertThat(blocks).extracting(ReadingColumns::size).containsExactly(65_536, 20_864);
    assertThat(blocks.get(0).union(blocks.get(1))).isEqualTo(day);
  }

  @Test
  void writesNoBlockOfNoReadings() throws IOException {
    assertThat(written(ReadingColumns.EMPTY)).isEmpty();
  }

  private List<ReadingColumns> written(ReadingColumns readings) throws IOException {
    MockHttpOutputMessage answer = new MockHttpOutputMessage();
    new BlocksConverter()
        .write(
            new ReadingsAnswer("p-1", "heart_rate", "/min", Source.HOT, false, readings),
            BLOCKS,
            answer);
    List<ReadingColumns> blocks = new ArrayList<>();
    ByteBuffer body = ByteBuffer.wrap(answer.getBodyAsBytes());
    while (body.hasRemaining()) {
      byte[] block = new byte[body.getInt()];
      body.get(block);
      blocks.add(codec.decode(block));
    }
    return blocks;
  }

  private static ReadingColumns readings(int count) {
    ReadingColumnsBuilder readings = new ReadingColumnsBuilder();
    for (int i = 0; i < count; i++) {
      readings.add(1_000L * i, 7_200 + 100 * (i / 60 % 10));
    }
    return readings.build();
  }
}
