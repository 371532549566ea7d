package io.vigil.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.topic.Topics;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Patients with a device each, written to the registry without a gateway. */
final class SeededRegistry {
  private static final Duration TOPICS_WITHIN = Duration.ofMinutes(1);
  private static final int PARTITIONS = 4;

  private SeededRegistry() {}

  /** Creates all topics and admits so many patients, {@code <prefix>-0} and on. */
  static List<Bedside> create(String kafka, int replicas, String prefix, int patients) {
    createTopics(kafka, (short) replicas);
    return admit(kafka, prefix, patients);
  }

  /** Admits so many patients where the topics are there already. */
  static List<Bedside> admit(String kafka, String prefix, int patients) {
    List<Bedside> bedsides =
        IntStream.range(0, patients)
            .mapToObj(number -> new Bedside(prefix + "-" + number, "token-of-" + prefix + number))
            .toList();
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      bedsides.forEach(
          bedside -> {
            put(producer, patient(bedside));
            put(producer, device(bedside));
          });
    }
    return bedsides;
  }

  /** Lets a person see the patients of these. */
  static void grant(String kafka, List<Bedside> bedsides, String user) {
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      bedsides.forEach(bedside -> put(producer, new Grant(bedside.patient(), user, null)));
    }
  }

  /** Puts into the registry what is no entry. */
  static void poison(String kafka, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
      var unused = producer.send(new ProducerRecord<>(Topics.REGISTRY, key, value));
    }
  }

  private static KafkaProducer<String, byte[]> producer(String kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka, "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static void createTopics(String kafka, short replicas) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      await()
          .atMost(TOPICS_WITHIN)
          .ignoreExceptions()
          .until(
              () -> {
                admin.createTopics(Topics.all(PARTITIONS, replicas)).all().get();
                return true;
              });
    }
  }

  private static void put(KafkaProducer<String, byte[]> producer, RegistryEntry entry) {
    var unused = producer.send(new ProducerRecord<>(Topics.REGISTRY, entry.key(), entry.toJson()));
  }

  private static Patient patient(Bedside bedside) {
    return new Patient(
        bedside.patient(), "Test", "Test", "1", Patient.Priority.NORMAL, Instant.EPOCH);
  }

  private static Device device(Bedside bedside) {
    return new Device("dev-" + bedside.patient(), Set.of(bedside.patient()), hash(bedside.token()));
  }

  private static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A patient and the token of their device. */
  record Bedside(String patient, String token) {}
}
