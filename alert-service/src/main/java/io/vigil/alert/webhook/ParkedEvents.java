package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What targets did not take in time and was put aside. What has been sent again is behind the
 * offset that the subscription's replay group has committed.
 */
final class ParkedEvents {
  private static final TopicPartition PARTITION = new TopicPartition(Topics.WEBHOOKS_PARKED, 0);
  private static final Duration POLL_FOR = Duration.ofMillis(200);
  private static final int AT_MOST = 1_000;

  private final Function<Subscription, Consumer<String, byte[]>> consumers;
  private final Sender sender;

  /**
   * @param consumers opens the log in the subscription's replay group
   */
  ParkedEvents(Function<Subscription, Consumer<String, byte[]>> consumers, Sender sender) {
    this.consumers = consumers;
    this.sender = sender;
  }

  /** One of them, without its contents. */
  record View(String event, String patient, String reason, Instant parkedAt) {}

  /**
   * What a replay came to.
   *
   * @param delivered how many the target has taken now
   * @param answer to the last attempt, {@code taken} where all went well
   * @param left how many are still parked, of those that were looked at
   */
  record Replay(int delivered, String answer, int left) {}

  /** Those that are still to be sent, oldest first, a thousand at most. */
  List<View> of(Subscription subscription) {
    try (Consumer<String, byte[]> log = consumers.apply(subscription)) {
      return read(log, subscription).stream()
          .map(
              parked -> {
                ParkedEvent event = ParkedEvent.of(parked);
                return new View(
                    event.eventId(),
                    event.patient(),
                    event.reason(),
                    Instant.ofEpochMilli(parked.timestamp()));
              })
          .toList();
    }
  }

  /** Sends them again, oldest first, until one fails; one replay of a subscription at a time. */
  synchronized Replay replay(Subscription subscription) {
    try (Consumer<String, byte[]> log = consumers.apply(subscription)) {
      List<ConsumerRecord<String, byte[]>> all = read(log, subscription);
      for (int done = 0; done < all.size(); done++) {
        Answer answer = send(subscription, ParkedEvent.of(all.get(done)));
        if (!answer.isTaken()) {
          return new Replay(done, answer.code(), all.size() - done);
        }
        log.commitSync(Map.of(PARTITION, new OffsetAndMetadata(all.get(done).offset() + 1)));
      }
      return new Replay(all.size(), "taken", 0);
    }
  }

  private Answer send(Subscription subscription, ParkedEvent event) {
    return sender.send(
        subscription.url(), subscription.secret(), event.eventId(), event.event().getBytes(UTF_8));
  }

  private static List<ConsumerRecord<String, byte[]>> read(
      Consumer<String, byte[]> log, Subscription subscription) {
    log.assign(List.of(PARTITION));
    OffsetAndMetadata done = log.committed(Set.of(PARTITION)).get(PARTITION);
    if (done == null) {
      log.seekToBeginning(List.of(PARTITION));
    } else {
      log.seek(PARTITION, done.offset());
    }
    long end = log.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    while (log.position(PARTITION) < end && found.size() < AT_MOST) {
      for (ConsumerRecord<String, byte[]> parked : log.poll(POLL_FOR)) {
        if (subscription.id().equals(parked.key()) && found.size() < AT_MOST) {
          found.add(parked);
        }
      }
    }
    return found;
  }
}
