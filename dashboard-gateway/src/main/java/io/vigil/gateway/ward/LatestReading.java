package io.vigil.gateway.ward;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;

/** The newest reading of one vital as clients get it: {@code ["heart_rate",1795248000250,72]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"vital", "time", "value"})
public record LatestReading(String vital, long time, BigDecimal value) {

  static LatestReading of(LiveReading reading) {
    return new LatestReading(
        reading.vital().code(), reading.timeMs(), Vital.decimal(reading.valueHundredths()));
  }
}
