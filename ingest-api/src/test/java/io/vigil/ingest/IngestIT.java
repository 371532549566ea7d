package io.vigil.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.ingest.http.IngestServer;
import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Patient.Priority;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Vital;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "vigil.http.port=0"
    })
@EmbeddedKafka(partitions = 4, brokerProperties = "auto.create.topics.enable=false")
class IngestIT {
  private static final String TOKEN = "vgd_c2VjcmV0";

  private final HttpClient client = HttpClient.newHttpClient();
  @Autowired private EmbeddedKafkaBroker broker;
  @Autowired private IngestServer server;
  @LocalServerPort private int managementPort;

  @BeforeEach
  void aDeviceOfAnAdmittedPatient() throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get("/actuator/health/readiness")).isEqualTo(200));
    register(
        new Patient("p-0001", "Ada", "Ward 3", "12", Priority.NORMAL, Instant.EPOCH),
        new Device("dev-p-0001", Set.of("p-0001"), hash(TOKEN)));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(post("[]", TOKEN).statusCode()).isEqualTo(422));
  }

  @Test
  void acknowledgesAReadingThatLiesInTheLog() throws Exception {
    long now = Instant.now().toEpochMilli();

    HttpResponse<String> answer =
        post(
            "{\"vital\":\"heart_rate\",\"time\":%d,\"value\":72.5,\"seq\":17}".formatted(now),
            TOKEN);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    ConsumerRecord<String, byte[]> record = records(Topics.READINGS).get(0);
    Readings readings = Readings.parseFrom(record.value());
    assertThat(record.key()).isEqualTo("p-0001");
    assertThat(record.timestamp()).isEqualTo(readings.getIngestTimeMs());
    assertThat(readings.getDevice()).isEqualTo("dev-p-0001");
    assertThat(readings.getSeries(0).getVital()).isEqualTo(Vital.VITAL_HEART_RATE);
    assertThat(readings.getSeries(0).getReadingsList())
        .containsExactly(
            Reading.newBuilder().setEventTimeMs(now).setValueHundredths(7250).setSeq(17).build());
  }

  private HttpResponse<String> post(String body, @Nullable String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/readings"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private int get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private void register(RegistryEntry... entries) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.getBrokersAsString());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (RegistryEntry entry : entries) {
        producer.send(new ProducerRecord<>(Topics.REGISTRY, entry.key(), entry.toJson())).get();
      }
    }
  }

  private List<ConsumerRecord<String, byte[]>> records(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.getBrokersAsString());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .collect(Collectors.toList());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                return !all.isEmpty();
              });
      return all;
    }
  }

  private static String hash(String token) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
  }
}
