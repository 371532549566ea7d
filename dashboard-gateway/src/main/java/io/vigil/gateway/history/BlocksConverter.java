package io.vigil.gateway.history;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Writes readings as blocks, in the encoding in which they are stored: one after the other, each
 * after its length in four bytes, the most significant first.
 */
@Component
class BlocksConverter extends AbstractHttpMessageConverter<ReadingsAnswer> {
  static final String MEDIA_TYPE = "application/vnd.vigil.blocks";

  /** A header of the answer: whether there may be more readings than these. */
  static final String PARTIAL = "Vigil-Partial";

  private static final int READINGS_A_BLOCK = 1 << 16;

  private final BlockCodec codec = new BlockCodec();

  BlocksConverter() {
    super(MediaType.parseMediaType(MEDIA_TYPE));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ReadingsAnswer.class;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected ReadingsAnswer readInternal(
      Class<? extends ReadingsAnswer> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("blocks are only written");
  }

  @Override
  protected void writeInternal(ReadingsAnswer answer, HttpOutputMessage output) throws IOException {
    output.getHeaders().set(PARTIAL, String.valueOf(answer.partial()));
    DataOutputStream body = new DataOutputStream(output.getBody());
    ReadingColumns points = answer.points();
    for (int start = 0; start < points.size(); start += READINGS_A_BLOCK) {
      byte[] block = codec.encode(points.slice(start, start + READINGS_A_BLOCK));
      body.writeInt(block.length);
      body.write(block);
    }
    body.flush();
  }
}
