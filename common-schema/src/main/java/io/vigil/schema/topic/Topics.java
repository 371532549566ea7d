package io.vigil.schema.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Names of the topics, and how each is created. */
public final class Topics {
  /** Readings of patients: Protobuf {@code Readings}, keyed by patient. */
  public static final String READINGS = "vitals.readings";

  /**
   * How far ingest has got: Protobuf {@code Watermark}, one to each partition of {@link #READINGS}
   * by number, several times a second from every ingest instance.
   */
  public static final String WATERMARKS = "vitals.watermarks";

  /** Alarm events: CloudEvents in JSON, keyed by patient; written in transactions. */
  public static final String ALERTS = "vitals.alerts";

  /** What people command of alarms: acknowledge, pause, resume, limits; keyed by patient. */
  public static final String ALERT_COMMANDS = "vitals.alert-commands";

  /**
   * Who speaks and who is silent: Protobuf {@code PresenceRecord}, of all patients in one
   * partition, from the alert-service for itself; written in transactions.
   */
  public static final String PRESENCE = "vitals.presence";

  /** How well each vital is received, minute by minute: JSON, keyed by patient. */
  public static final String RECEPTION = "vitals.reception";

  /** Whether the stores have what the log has: JSON, from the storage-sink, in one partition. */
  public static final String STORAGE_CHECKS = "vitals.storage-checks";

  /** Where alarm events go by webhook: JSON, keyed by subscription, compacted, one partition. */
  public static final String WEBHOOKS = "vitals.webhooks";

  /** Alarm events that a webhook did not take within a day, keyed by subscription. */
  public static final String WEBHOOKS_PARKED = "vitals.webhooks-parked";

  /** Patients, devices and grants: JSON, keyed by {@code kind/id}, compacted, one partition. */
  public static final String REGISTRY = "vitals.registry";

  /** Who did or saw what, keyed by who. */
  public static final String AUDIT = "vitals.audit";

  /** What a consumer could not process, as it came, with the reason in headers. */
  public static final String REJECTED = "vitals.rejected";

  private static final Duration READINGS_KEPT_FOR = Duration.ofDays(7);
  private static final Duration WATERMARKS_KEPT_FOR = Duration.ofHours(1);
  private static final Duration PRESENCE_KEPT_FOR = Duration.ofDays(1);
  private static final Duration CHECKS_KEPT_FOR = Duration.ofDays(30);
  private static final Duration RECEPTION_KEPT_FOR = Duration.ofDays(30);
  private static final Duration EVENTS_KEPT_FOR = Duration.ofDays(365);

  private Topics() {}

  /**
   * Every topic, ready to be created where it does not exist.
   *
   * @param partitions of the topics that are keyed by patient; the same for all of them, so that a
   *     patient has the same partition in each
   * @param replicas of every topic; with three or more, two have to be in sync for a write
   */
  public static List<NewTopic> all(int partitions, short replicas) {
    return List.of(
        deleted(READINGS, partitions, replicas, READINGS_KEPT_FOR),
        deleted(WATERMARKS, partitions, replicas, WATERMARKS_KEPT_FOR),
        deleted(ALERTS, partitions, replicas, EVENTS_KEPT_FOR),
        deleted(ALERT_COMMANDS, partitions, replicas, EVENTS_KEPT_FOR),
        deleted(PRESENCE, 1, replicas, PRESENCE_KEPT_FOR),
        deleted(RECEPTION, partitions, replicas, RECEPTION_KEPT_FOR),
        deleted(STORAGE_CHECKS, 1, replicas, CHECKS_KEPT_FOR),
        deleted(WEBHOOKS_PARKED, 1, replicas, EVENTS_KEPT_FOR),
        deleted(AUDIT, 1, replicas, EVENTS_KEPT_FOR),
        deleted(REJECTED, 1, replicas, EVENTS_KEPT_FOR),
        compacted(WEBHOOKS, replicas),
        compacted(REGISTRY, replicas));
  }

  private static NewTopic deleted(String name, int partitions, short replicas, Duration keptFor) {
    return new NewTopic(name, partitions, replicas)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(keptFor.toMillis()),
                TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                "false",
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                minInSync(replicas)));
  }

  private static NewTopic compacted(String name, short replicas) {
    return new NewTopic(name, 1, replicas)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                "false",
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                minInSync(replicas)));
  }

  private static String minInSync(short replicas) {
    return replicas >= 3 ? "2" : "1";
  }
}
