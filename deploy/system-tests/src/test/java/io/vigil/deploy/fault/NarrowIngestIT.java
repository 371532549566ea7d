package io.vigil.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.engine.KafkaEngine;
import io.vigil.deploy.fault.SeededRegistry.Bedside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows 21 and 22 of the faults: an ingest-api with little room, and devices with wrong clocks. */
@TestInstance(Lifecycle.PER_CLASS)
class NarrowIngestIT {
  private static final String ROUNDS = "io.vigil.deploy.fault.Rounds#all";
  private static final int OPEN_FILES = 256;
  private static final int IDLE_CONNECTIONS = 300;
  private static final int MANY_ANSWERS = 500;
  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(3);

  private KafkaEngine kafka;
  private IngestService ingest;
  private List<Bedside> bedsides;

  @TempDir Path folder;

  @BeforeAll
  void start(@TempDir Path home) {
    kafka = KafkaEngine.start(home);
    bedsides = SeededRegistry.create(kafka.bootstrapServers(), 1, "p-narrow", 24);
    ingest =
        IngestService.start(
            home.resolve("ingest"),
            kafka.bootstrapServers(),
            1,
            NarrowJava.in(home.resolve("narrow"), OPEN_FILES),
            List.of("-Xmx64m"));
    ingest.service().awaitReady();
  }

  @AfterAll
  void tellTheWorst() {
    Report.tellTheWorst();
  }

  @AfterAll
  void stop() {
    if (ingest != null) {
      ingest.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  @ParameterizedTest
  @MethodSource(ROUNDS)
  void shedsByNameWhenItGetsMoreThanItCanBearAndRecovers(int round) throws Exception {
    try (DeviceLedger ledger = new DeviceLedger(folder)) {
      try (Load load =
          Load.begin(bedsides, List.of(ingest.readings()), ledger, Duration.ZERO, round)) {
        long begun = System.nanoTime();
        List<Socket> idle = idleConnections();
        await().atMost(RECOVERED_WITHIN).until(() -> answered(load) >= MANY_ANSWERS);
        for (Socket socket : idle) {
          socket.close();
        }
        long closed = System.nanoTime();
        await().atMost(RECOVERED_WITHIN).until(() -> load.answers().acknowledgedAfter(closed));
        Report.of("21 64 MB, 256 files, a flood", load.answers(), begun);
        assertThat(load.answers().statuses()).isSubsetOf(202, 429, 503, Answers.NONE);
        assertThat(load.answers().withoutRetryAfter()).isZero();
        assertThat(ingest.service().isAlive()).isTrue();
      }

      Oracle.balanced(ledger, kafka.bootstrapServers());
    }
  }

  @Test
  void aReadingWithAnImpossibleTimeIsRefusedByNameAndItsNeighbourIsNot() throws Exception {
    Instant now = Instant.now();
    long[] times = {
      now.plus(Duration.ofMinutes(5)).toEpochMilli(),
      now.minus(Duration.ofDays(7)).minusSeconds(60).toEpochMilli(),
      0,
      Instant.parse("2100-01-01T00:00:00Z").toEpochMilli(),
      now.toEpochMilli()
    };

    JsonNode answer = push(times);

    assertThat(answer.get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.get("rejected").valueStream().map(one -> one.get("code").asString()))
        .containsExactly("time_in_future", "time_too_old", "time_too_old", "time_in_future");
  }

  private static long answered(Load load) {
    return load.answers().statuses().stream().mapToLong(load.answers()::count).sum();
  }

  private List<Socket> idleConnections() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < IDLE_CONNECTIONS; i++) {
      idle.add(new Socket(InetAddress.getLoopbackAddress(), ingest.readings().getPort()));
    }
    return idle;
  }

  private JsonNode push(long[] times) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (long time : times) {
      lines.append("{\"vital\":\"heart_rate\",\"time\":%d,\"value\":72}\n".formatted(time));
    }
    URI address = ingest.readings();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + bedsides.get(0).token())
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return new JsonMapper().readTree(response.body());
  }
}
