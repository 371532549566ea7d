package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription at work, on a thread of its own: reads vitals.alerts in its consumer group,
 * which shares the partitions among the instances, and commits what its target has taken.
 */
final class SubscriptionWorker implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SubscriptionWorker.class);
  private static final Duration WHILE_SENDING = Duration.ofMillis(20);
  private static final Duration WHILE_WAITING = Duration.ofMillis(200);
  private static final Duration WHILE_IDLE = Duration.ofMillis(500);

  private final Subscription subscription;
  private final WebhookContext with;
  private final Courier courier;
  private final DeliveryQueue queue;
  private final Thread thread;
  private long heartbeatDueAtNanos = System.nanoTime();
  private boolean awayWasTold;
  private volatile boolean closed;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  SubscriptionWorker(Subscription subscription, WebhookContext with) {
    this.subscription = subscription;
    this.with = with;
    this.courier = new Courier(with.sender(), subscription, with.properties().atOnce());
    this.queue = new DeliveryQueue(with.backoff(), with.properties().atOnce());
    this.thread = new Thread(this::work, "webhook-" + subscription.id() + "-log");
    thread.setDaemon(true);
  }

  Subscription subscription() {
    return subscription;
  }

  void start() {
    thread.start();
  }

  private void work() {
    while (!closed) {
      try (Consumer<String, byte[]> opened = with.consumers().apply(subscription)) {
        consumer = opened;
        opened.subscribe(List.of(Topics.ALERTS), this);
        while (!closed) {
          turn(opened);
        }
        courier.finish();
        takeOutcomes();
        commit(opened);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (WakeupException | InterruptException e) {
        log.debug("No longer sending to {}", subscription.id());
      } catch (KafkaException e) {
        log.warn("Starting {} anew: {}", subscription.id(), e.getMessage());
      } finally {
        Set.copyOf(queue.progress().partitions()).forEach(queue::forget);
      }
    }
  }

  private void turn(Consumer<String, byte[]> from) {
    takeOutcomes();
    send();
    beat(from);
    readNoMoreThanFits(from);
    for (ConsumerRecord<String, byte[]> event : from.poll(pollFor())) {
      take(event);
    }
    send();
    commit(from);
  }

  private Duration pollFor() {
    if (queue.isSending()) {
      return WHILE_SENDING;
    }
    return queue.size() > 0 ? WHILE_WAITING : WHILE_IDLE;
  }

  /** The log holds what does not fit. */
  private void readNoMoreThanFits(Consumer<String, byte[]> from) {
    if (queue.size() >= with.properties().waiting()) {
      from.pause(from.assignment());
    } else if (!from.paused().isEmpty()) {
      from.resume(from.paused());
    }
  }

  private void take(ConsumerRecord<String, byte[]> event) {
    TopicPartition partition = new TopicPartition(event.topic(), event.partition());
    Optional<AlertEvent> alert = with.alertOf(event.value());
    if (alert.isEmpty()) {
      with.metrics().passedOver();
      queue.progress().passed(partition, event.offset());
    } else if (with.isFor(subscription, alert.get().data())) {
      queue.add(
          new Delivery(
              partition,
              event.offset(),
              String.valueOf(event.key()),
              alert.get().id(),
              event.value(),
              event.timestamp()));
    } else {
      with.metrics().filtered();
      queue.progress().passed(partition, event.offset());
    }
  }

  private void send() {
    for (Optional<Delivery> next = queue.next(System.nanoTime());
        next.isPresent();
        next = queue.next(System.nanoTime())) {
      courier.carry(next.get());
    }
  }

  /** Of several instances the one that has the first partition speaks. */
  private void beat(Consumer<String, byte[]> from) {
    long now = System.nanoTime();
    if (subscription.heartbeat() && now - heartbeatDueAtNanos >= 0) {
      heartbeatDueAtNanos = now + with.properties().heartbeatEvery().toNanos();
      if (from.assignment().contains(new TopicPartition(Topics.ALERTS, 0))
          && with.isAlive().getAsBoolean()) {
        courier.carry(Heartbeat.at(with.clock().instant()));
      }
    }
  }

  private void takeOutcomes() {
    for (Courier.Outcome outcome = courier.next(); outcome != null; outcome = courier.next()) {
      take(outcome.delivery(), outcome.answer());
    }
    tellOfTheTarget();
  }

  private void take(Delivery delivery, Answer answer) {
    with.metrics().attempt(answer);
    Instant writtenAt = Instant.ofEpochMilli(delivery.writtenAtMs());
    Duration since = Duration.between(writtenAt, with.clock().instant());
    if (answer.isTaken()) {
      queue.delivered(delivery);
      with.metrics().delivered(since);
    } else if (since.compareTo(with.properties().parkAfter()) >= 0 && park(delivery, answer)) {
      queue.parked(delivery);
      with.metrics().parked();
    } else {
      queue.failed(delivery, answer.isTargetAway(), System.nanoTime());
    }
  }

  private boolean park(Delivery delivery, Answer answer) {
    try {
      return with.log()
          .park(
              new ParkedEvent(
                  subscription.id(),
                  delivery.id(),
                  delivery.patient(),
                  answer.code(),
                  new String(delivery.body(), UTF_8)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tellOfTheTarget() {
    if (queue.isTargetAway() != awayWasTold) {
      awayWasTold = !awayWasTold;
      log.warn(
          "The target of {} {}", subscription.id(), awayWasTold ? "is away" : "is there again");
    }
  }

  private void commit(Consumer<String, byte[]> from) {
    Map<TopicPartition, OffsetAndMetadata> offsets = queue.progress().uncommitted();
    if (!offsets.isEmpty()) {
      from.commitSync(offsets);
      queue.progress().committed(offsets);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Consumer<String, byte[]> from = consumer;
    if (from == null || partitions.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> known = from.committed(Set.copyOf(partitions));
    Map<TopicPartition, Long> since = new HashMap<>();
    for (TopicPartition partition : partitions) {
      if (known.get(partition) == null) {
        since.put(partition, subscription.createdAt().toEpochMilli());
      }
    }
    Map<TopicPartition, OffsetAndTimestamp> begins = from.offsetsForTimes(since);
    Map<TopicPartition, Long> ends = from.endOffsets(since.keySet());
    for (TopicPartition partition : since.keySet()) {
      OffsetAndTimestamp begin = begins.get(partition);
      Long end = ends.get(partition);
      long at = begin != null ? begin.offset() : end == null ? 0 : end;
      from.seek(partition, at);
      // So that a restart goes on from here, although nothing may have come until then.
      queue.progress().startsAt(partition, at);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Consumer<String, byte[]> from = consumer;
    if (from != null) {
      commit(from);
    }
    partitions.forEach(queue::forget);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    partitions.forEach(queue::forget);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(WHILE_IDLE.toMillis() * 4);
      Consumer<String, byte[]> current = consumer;
      if (thread.isAlive() && current != null) {
        current.wakeup();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    courier.close();
  }
}
