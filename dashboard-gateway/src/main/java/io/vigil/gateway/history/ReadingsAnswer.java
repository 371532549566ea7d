package io.vigil.gateway.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Readings of the past as clients get them.
 *
 * @param vital the vital's code
 * @param unit the vital's UCUM unit
 * @param partial there may be more
 */
record ReadingsAnswer(
    String patient,
    String vital,
    String unit,
    Source source,
    boolean partial,
    @JsonSerialize(using = PointsSerializer.class) ReadingColumns points) {

  static ReadingsAnswer of(
      String patient, Vital vital, History.Known known, ReadingColumns points) {
    return new ReadingsAnswer(
        patient, vital.code(), vital.unit(), known.source(), known.partial(), points);
  }
}
