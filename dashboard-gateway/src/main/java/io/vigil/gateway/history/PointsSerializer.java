package io.vigil.gateway.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes readings as {@code [[ms,value],…]}, straight from their columns. */
final class PointsSerializer extends ValueSerializer<ReadingColumns> {
  private static final int HUNDREDTHS = 100;

  @Override
  public void serialize(ReadingColumns points, JsonGenerator json, SerializationContext context) {
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      json.writeStartArray();
      json.writeNumber(points.timeAt(i));
      writeValue(points.valueAt(i), json);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeValue(int hundredths, JsonGenerator json) {
    if (hundredths % HUNDREDTHS == 0) {
      json.writeNumber(hundredths / HUNDREDTHS);
    } else {
      json.writeNumber(Vital.decimal(hundredths));
    }
  }
}
