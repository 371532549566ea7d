package io.vigil.bench.measure;

import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes a broker ready for a benchmark: the topics of Vigil and others, and who is admitted.
 *
 * @param partitions of the topics that are keyed by patient
 */
public record LogSetup(String brokers, int partitions) {

  /**
   * Creates all of Vigil's topics, none of which forgets for as long as is measured, and others.
   */
  public void createTopics(List<String> others) throws InterruptedException, ExecutionException {
    List<NewTopic> topics = new ArrayList<>();
    Topics.all(partitions, (short) 1).forEach(topic -> topics.add(kept(topic)));
    others.forEach(name -> topics.add(new NewTopic(name, partitions, (short) 1)));
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      admin.createTopics(topics).all().get();
    }
  }

  /** Watermarks of a simulated hour ago would be deleted while they are read. */
  private static NewTopic kept(NewTopic topic) {
    Map<String, String> settings = new HashMap<>(topic.configs());
    settings.computeIfPresent(TopicConfig.RETENTION_MS_CONFIG, (name, any) -> "-1");
    return new NewTopic(topic.name(), topic.numPartitions(), topic.replicationFactor())
        .configs(settings);
  }

  /** Admits patients, twenty to a ward, neighbours in different wards; they have no devices. */
  public void admit(List<String> patients, long atMs)
      throws InterruptedException, ExecutionException {
    int wards = Math.max(1, patients.size() / 20);
    List<RegistryEntry> entries = new ArrayList<>();
    for (int i = 0; i < patients.size(); i++) {
      String ward = "Ward " + i % wards;
      Instant at = Instant.ofEpochMilli(atMs);
      String id = patients.get(i);
      entries.add(new Patient(id, "Bench " + i, ward, "1", Patient.Priority.NORMAL, at));
    }
    register(entries);
  }

  /** Writes entries of the registry, and returns once they are there. */
  public void register(List<RegistryEntry> entries)
      throws InterruptedException, ExecutionException {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.LINGER_MS_CONFIG, 20);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      List<Future<?>> written = new ArrayList<>();
      for (RegistryEntry entry : entries) {
        written.add(
            producer.send(new ProducerRecord<>(Topics.REGISTRY, entry.key(), entry.toJson())));
      }
      for (Future<?> one : written) {
        one.get();
      }
    }
  }
}
