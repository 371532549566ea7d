package io.vigil.ingest.http;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the server that takes readings.
 *
 * @param bind the address to listen on
 * @param port the port to listen on; 0 takes any that is free
 * @param eventLoops threads that serve the connections
 * @param connections how many may be open at once
 * @param body how large a request's body may be, before and after inflation
 * @param bodiesTogether how much of all bodies together may be in memory while they arrive
 * @param headers how large the header section of a request may be
 * @param readings how many readings a request may hold
 * @param requestWithin how long a request may take to arrive, from its first byte to its last
 * @param idleFor how long a connection may stay open without a request
 * @param stopWithin how long open requests may take to be answered when the service stops
 */
@Validated
@ConfigurationProperties("vigil.http")
public record HttpProperties(
    @DefaultValue("127.0.0.1") @NotBlank String bind,
    @DefaultValue("8081") @Min(0) @Max(65535) int port,
    @DefaultValue("2") @Min(1) int eventLoops,
    @DefaultValue("20000") @Min(1) int connections,
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("64MB") DataSize bodiesTogether,
    @DefaultValue("8KB") DataSize headers,
    @DefaultValue("10000") @Min(1) @Max(1_000_000) int readings,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration requestWithin,
    @DefaultValue("75s") @DurationMin(millis = 1) Duration idleFor,
    @DefaultValue("10s") @DurationMin(millis = 0) Duration stopWithin) {
  private static final DataSize AN_ARRAY = DataSize.ofGigabytes(1);

  /** Bodies and headers are held in arrays. */
  @AssertTrue(
      message =
          "body and headers are to be from a byte to a gigabyte, bodies-together at least a byte")
  public boolean isRoomForRequests() {
    return fits(body) && fits(headers) && bodiesTogether.toBytes() > 0;
  }

  private static boolean fits(DataSize size) {
    return size.toBytes() > 0 && size.compareTo(AN_ARRAY) <= 0;
  }
}
