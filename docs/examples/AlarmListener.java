import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Listens to Vigil's alarms, as any program may: see README.md beside this file for how to run it.
 *
 * <p>It shows the five things that a listener has to do: read what is committed, take each event
 * once, take no older revision of an episode for news, pass over what it does not know, and notice
 * when Vigil itself is silent.
 */
public class AlarmListener {
  private static final Duration VIGIL_IS_DEAD_AFTER = Duration.ofSeconds(30);
  private static final int REMEMBERED = 100_000;

  /** The newest revision of each episode, the longest untouched forgotten first. */
  private final Map<String, Integer> revisions =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final ObjectMapper json = new ObjectMapper();
  private long signOfLifeAtNanos = System.nanoTime();
  private boolean heartbeats;
  private boolean warned;

  /** Arguments: the brokers, and a group whose place in the topic is kept (or none). */
  public static void main(String[] args) {
    // Kafka's client tells all its settings otherwise, where its logger is slf4j-simple.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    String brokers = args.length > 0 ? args[0] : "127.0.0.1:9092";
    String group = args.length > 1 ? args[1] : "alarm-listener-" + System.nanoTime();
    new AlarmListener().listen(brokers, group);
  }

  private void listen(String brokers, String group) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", brokers);
    settings.put("group.id", group);
    // Alarms are written in transactions: what was taken back must not be seen.
    settings.put("isolation.level", "read_committed");
    // A group that is new hears what comes from now on; "earliest" has a year of it.
    settings.put("auto.offset.reset", "latest");
    settings.put("enable.auto.commit", "false");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("vitals.alerts"));
      boolean listening = false;
      while (true) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(500))) {
          take(event);
        }
        if (!listening && !consumer.assignment().isEmpty()) {
          consumer.assignment().forEach(consumer::position);
          listening = true;
          System.out.println("listening");
        }
        // After the events were dealt with: a crash repeats some, and none is lost.
        consumer.commitAsync();
        lookWhetherVigilLives();
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> event) {
    signOfLifeAtNanos = System.nanoTime();
    JsonNode read;
    try {
      read = json.readTree(event.value());
    } catch (Exception e) {
      System.err.println("passing over what is no JSON, at offset " + event.offset());
      return;
    }
    String type = read.path("type").asText();
    if (type.startsWith("vigil.heartbeat.")) {
      heartbeats = true;
    } else if (type.startsWith("vigil.alert.") && isNews(read.path("data"))) {
      tell(read.path("data"));
    }
  }

  /** Repeats, and revisions older than what was told, are passed over. */
  private boolean isNews(JsonNode alert) {
    String episode = alert.path("id").asText();
    int revision = alert.path("revision").asInt();
    Integer known = revisions.get(episode);
    if (known != null && known >= revision) {
      return false;
    }
    revisions.put(episode, revision);
    return true;
  }

  private static void tell(JsonNode alert) {
    System.out.printf(
        "%s %-12s %-8s %-8s %-14s %s%s%n",
        Instant.now(),
        alert.path("state").asText(),
        alert.path("priority").asText(),
        alert.path("patient").asText(),
        alert.path("rule").asText(),
        alert.path("text").asText(),
        alert.path("late").asBoolean() ? " (of the past)" : "");
  }

  /** Silence is no news only as long as heartbeats come. */
  private void lookWhetherVigilLives() {
    boolean isSilent =
        System.nanoTime() - signOfLifeAtNanos > VIGIL_IS_DEAD_AFTER.toNanos();
    if (isSilent && heartbeats && !warned) {
      System.err.println("nothing for 30 s, not even a heartbeat: assume that Vigil is dead");
    }
    warned = isSilent;
  }
}
