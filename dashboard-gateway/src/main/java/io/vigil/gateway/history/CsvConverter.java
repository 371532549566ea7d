package io.vigil.gateway.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Writes readings as CSV: {@code time,vital,value,unit}, times in UTC. */
@Component
class CsvConverter extends AbstractHttpMessageConverter<ReadingsAnswer> {
  CsvConverter() {
    super(UTF_8, MediaType.parseMediaType("text/csv"));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ReadingsAnswer.class;
  }

  @Override
  public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected ReadingsAnswer readInternal(
      Class<? extends ReadingsAnswer> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("CSV is only written");
  }

  @Override
  protected void writeInternal(ReadingsAnswer answer, HttpOutputMessage output) throws IOException {
    Writer csv = new BufferedWriter(new OutputStreamWriter(output.getBody(), UTF_8));
    csv.write("time,vital,value,unit\n");
    ReadingColumns points = answer.points();
    for (int i = 0; i < points.size(); i++) {
      csv.append(Instant.ofEpochMilli(points.timeAt(i)).toString())
          .append(',')
          .append(answer.vital())
          .append(',')
          .append(Vital.decimal(points.valueAt(i)).toPlainString())
          .append(',')
          .append(answer.unit())
          .append('\n');
    }
    csv.flush();
  }
}
