package io.vigil.gateway.history;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.PlainBlockCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Writes readings as one block, in the encoding in which they are stored. */
@Component
class BlocksConverter extends AbstractHttpMessageConverter<ReadingsAnswer> {
  static final String MEDIA_TYPE = "application/vnd.vigil.blocks";
  private final BlockCodec codec = new PlainBlockCodec();

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
    output.getBody().write(codec.encode(answer.points()));
  }
}
