package io.vigil.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.deploy.engine.EnginePorts;
import io.vigil.deploy.engine.KafkaEngine;
import io.vigil.ingest.http.IngestServer;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What devices see while the log is away, and what it holds afterwards. */
class LogOutageIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path home;
  private final EnginePorts ports = EnginePorts.free();
  private ConfigurableApplicationContext service;
  private KafkaEngine kafka;
  private TestDevice device;
  private InstantSource clock;

  /** The service comes up before the log does, and waits for it. */
  @BeforeEach
  void startsBeforeTheLogAndWaitsForIt() throws Exception {
    service =
        SpringApplication.run(
            IngestApplication.class,
            "--spring.kafka.bootstrap-servers=" + ports.clientAddress(),
            "--vigil.http.port=0",
            "--server.port=0");
    clock = service.getBean(InstantSource.class);
    int managementPort =
        service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    device = new TestDevice(service.getBean(IngestServer.class).port(), managementPort, "vgd_1");
    assertThat(device.push("[]")).isEqualTo(503);
    assertThat(device.seesReadiness()).isFalse();
    assertThat(device.seesLiveness()).isTrue();

    kafka = KafkaEngine.start(home, ports);

    await().atMost(SOON).until(device::seesReadiness);
    TestLog log = new TestLog(ports.clientAddress());
    log.admit("p-0001");
    log.provision("dev-1", "vgd_1", "p-0001");
    await().atMost(SOON).until(() -> device.push("[]") == 422);
  }

  @AfterEach
  void stop() {
    service.close();
    kafka.close();
  }

  @Test
  void refusesWhileTheLogIsKilledAndKeepsWhatItAcknowledged() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger refused = new AtomicInteger();
    List<Long> acknowledged = new ArrayList<>();
    CompletableFuture<Void> pushing =
        CompletableFuture.runAsync(() -> pushUntil(done, acknowledged, refused));
    await().atMost(SOON).until(() -> sizeOf(acknowledged) > 200);

    kafka.kill();
    await().atMost(SOON).until(() -> refused.get() > 2);
    await().atMost(Duration.ofSeconds(5)).until(() -> !device.seesReadiness());
    kafka = KafkaEngine.start(home, ports);
    int before = sizeOf(acknowledged);
    await().atMost(SOON).until(() -> sizeOf(acknowledged) > before + 200);
    await().atMost(SOON).until(device::seesReadiness);
    done.set(true);
    pushing.get();

    assertThat(seqsInTheLog(acknowledged.get(acknowledged.size() - 1)))
        .doesNotHaveDuplicates()
        .containsAll(acknowledged);
  }

  @Test
  void answersWithinSecondsWhileTheLogHangs() throws Exception {
    signal("STOP");
    try {
      long start = System.nanoTime();
      HttpResponse<String> answer = device.post(reading(1));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(answer.body()).contains("log_unavailable");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      await().atMost(Duration.ofSeconds(5)).until(() -> !device.seesReadiness());
      assertThat(device.seesLiveness()).isTrue();
    } finally {
      signal("CONT");
    }

    await().atMost(SOON).until(() -> device.push(reading(2)) == 202);
    await().atMost(SOON).until(device::seesReadiness);
    assertThat(seqsInTheLog(2L)).contains(2L);
  }

  /** One reading after the other; each seq is sent once, whatever the answer. */
  private void pushUntil(AtomicBoolean done, List<Long> acknowledged, AtomicInteger refused) {
    for (long seq = 1; !done.get(); seq++) {
      try {
        int status = device.push(reading(seq));
        if (status == 202) {
          synchronized (acknowledged) {
            acknowledged.add(seq);
          }
        } else {
          assertThat(status).isEqualTo(503);
          refused.incrementAndGet();
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  private static int sizeOf(List<Long> acknowledged) {
    synchronized (acknowledged) {
      return acknowledged.size();
    }
  }

  private String reading(long seq) {
    return "{\"vital\":\"heart_rate\",\"time\":%d,\"value\":72,\"seq\":%d}"
        .formatted(clock.millis(), seq);
  }

  private List<Long> seqsInTheLog(long last) {
    return new TestLog(ports.clientAddress())
        .read(Topics.READINGS, records -> seqs(records).contains(last)).stream()
            .flatMap(record -> seqs(List.of(record)).stream())
            .toList();
  }

  private static List<Long> seqs(List<ConsumerRecord<String, byte[]>> records) {
    List<Long> seqs = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        for (Series series : Readings.parseFrom(record.value()).getSeriesList()) {
          series.getReadingsList().stream().map(Reading::getSeq).forEach(seqs::add);
        }
      } catch (InvalidProtocolBufferException e) {
        throw new AssertionError(e);
      }
    }
    return seqs;
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(kafka.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
