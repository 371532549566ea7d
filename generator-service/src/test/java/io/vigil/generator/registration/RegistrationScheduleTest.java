package io.vigil.generator.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.generator.FakeServer;
import io.vigil.generator.FakeServer.Response;
import io.vigil.generator.ward.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class RegistrationScheduleTest {
  @TempDir Path home;

  @Test
  void triesUntilTheGatewayIsThereAndIsReadyThen() throws IOException {
    Files.writeString(home.resolve("credentials.json"), "{\"users\":{\"admin\":\"secret\"}}");
    AtomicInteger asked = new AtomicInteger();
    try (FakeServer gateway =
        new FakeServer(
            request ->
                asked.incrementAndGet() <= 3
                    ? Response.of(503, "")
                    : Response.of(200, "{\"token\":\"vgd_1\"}"))) {
      RegistrationProperties properties =
          new RegistrationProperties(
              gateway.address(),
              home.resolve("credentials.json"),
              home.resolve("devices.json"),
              "dr-adams",
              Duration.ofSeconds(5),
              Duration.ofMillis(10),
              Duration.ofMillis(20));
      Registration registration =
          new Registration(new Gateway(properties), new DeviceTokens(properties), Ward.of(1));
      RegistrationHealthIndicator health = new RegistrationHealthIndicator(registration);
      RegistrationSchedule schedule = new RegistrationSchedule(registration, properties);

      assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
      schedule.start();

      await().until(() -> health.health().getStatus().equals(Status.UP));
      schedule.stop();
      assertThat(schedule.isRunning()).isFalse();
    }
  }
}
