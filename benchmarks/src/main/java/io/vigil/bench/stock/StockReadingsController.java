package io.vigil.bench.stock;

import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import jakarta.validation.Valid;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes one reading a request, and answers once the log has it. */
@RestController
class StockReadingsController {
  private static final Duration MOST_AHEAD = Duration.ofSeconds(60);
  private static final Duration MOST_BEHIND = Duration.ofDays(7);
  private static final long ACKNOWLEDGED_WITHIN_SECONDS = 10;

  private final KafkaTemplate<String, byte[]> kafka;
  private final Registry registry;

  StockReadingsController(KafkaTemplate<String, byte[]> kafka, Registry registry) {
    this.kafka = kafka;
    this.registry = registry;
  }

  /** What is answered. */
  record Accepted(int accepted, List<String> rejected) {}

  @PostMapping("/api/v1/readings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted push(
      @Valid @RequestBody StockReading reading,
      @RequestAttribute(StockTokenFilter.DEVICE) Device device)
      throws InterruptedException, ExecutionException, TimeoutException {
    String patient = reading.patient();
    if (!device.patients().contains(patient) || registry.patient(patient).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "other_patients");
    }
    byte[] message = message(reading, device, Instant.now());
    kafka
        .send(StockIngest.READINGS, patient, message)
        .get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
    return new Accepted(1, List.of());
  }

  private static byte[] message(StockReading reading, Device device, Instant now) {
    Vital vital = Vital.ofCode(reading.vital()).orElseThrow(() -> unacceptable("unknown_vital"));
    int hundredths =
        reading.value().movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
    if (!vital.isPlausible(hundredths)) {
      throw unacceptable("value_implausible");
    }
    if (reading.time().isAfter(now.plus(MOST_AHEAD))) {
      throw unacceptable("time_in_future");
    }
    if (reading.time().isBefore(now.minus(MOST_BEHIND))) {
      throw unacceptable("time_too_old");
    }
    Reading.Builder one =
        Reading.newBuilder()
            .setEventTimeMs(reading.time().toEpochMilli())
            .setValueHundredths(hundredths);
    if (reading.seq() != null) {
      one.setSeq(reading.seq());
    }
    return Readings.newBuilder()
        .setPatient(reading.patient())
        .setDevice(device.id())
        .setIngestTimeMs(now.toEpochMilli())
        .addSeries(Series.newBuilder().setVital(vital.toWire()).addReadings(one))
        .build()
        .toByteArray();
  }

  private static ResponseStatusException unacceptable(String code) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, code);
  }
}
