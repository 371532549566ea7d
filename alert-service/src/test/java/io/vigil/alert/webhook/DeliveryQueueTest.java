package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryQueueTest {
  private static final TopicPartition FIRST = new TopicPartition("vitals.alerts", 0);
  private static final TopicPartition SECOND = new TopicPartition("vitals.alerts", 1);

  private final DeliveryQueue queue =
      new DeliveryQueue(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), () -> 0), 4);

  private Delivery add(TopicPartition partition, long offset, String patient) {
    Delivery delivery =
        new Delivery(partition, offset, patient, patient + "-" + offset, new byte[0], 0);
    queue.add(delivery);
    return delivery;
  }

  private List<String> sent(long second) {
    List<String> sent = new ArrayList<>();
    for (Optional<Delivery> next = queue.next(nanos(second));
        next.isPresent();
        next = queue.next(nanos(second))) {
      sent.add(next.get().id());
    }
    return sent;
  }

  private static long nanos(long second) {
    return second * 1_000_000_000L;
  }

  private Long committable(TopicPartition partition) {
    OffsetAndMetadata offset = queue.progress().uncommitted().get(partition);
    return offset == null ? -1L : offset.offset();
  }

  @Test
  void sendsOneOfEachPatientAtATimeInOrder() {
    Delivery first = add(FIRST, 0, "a");
    add(FIRST, 1, "a");
    add(FIRST, 2, "b");

    assertThat(sent(0)).containsExactly("a-0", "b-2");
    queue.delivered(first);
    assertThat(sent(0)).containsExactly("a-1");
  }

  @Test
  void sendsNoMoreAtOnceThanItMay() {
    for (int i = 0; i < 9; i++) {
      add(FIRST, i, "p" + i);
    }

    assertThat(sent(0)).containsExactly("p0-0", "p1-1", "p2-2", "p3-3");
  }

  @Test
  void triesAgainLaterWithoutHoldingUpOthers() {
    Delivery failing = add(FIRST, 0, "a");
    add(FIRST, 1, "a");
    add(FIRST, 2, "b");
    sent(0);

    queue.failed(failing, false, nanos(0));

    assertThat(sent(0)).isEmpty();
    assertThat(sent(1)).containsExactly("a-0");
    queue.failed(failing, false, nanos(1));
    assertThat(sent(2)).isEmpty();
    assertThat(sent(3)).containsExactly("a-0");
  }

  @Test
  void triesATargetThatIsAwayWithOneAtATimeAndLessAndLessOften() {
    for (int i = 0; i < 6; i++) {
      add(FIRST, i, "p" + i);
    }
    List<Delivery> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sent.add(queue.next(0).orElseThrow());
    }

    sent.forEach(delivery -> queue.failed(delivery, true, 0));

    assertThat(queue.isTargetAway()).isTrue();
    assertThat(sent(1)).isEmpty();
    assertThat(sent(2)).hasSize(1);
  }

  @Test
  void goesOnAtFullSpeedWhenTheTargetIsBack() {
    for (int i = 0; i < 6; i++) {
      add(FIRST, i, "p" + i);
    }
    for (int i = 0; i < 3; i++) {
      queue.failed(queue.next(0).orElseThrow(), true, 0);
    }

    queue.delivered(queue.next(nanos(60)).orElseThrow());

    assertThat(queue.isTargetAway()).isFalse();
    assertThat(sent(60)).hasSize(4);
  }

  @Test
  void anEventThatTheTargetDoesNotLikeDoesNotMakeItAway() {
    Delivery poison = add(FIRST, 0, "a");
    for (int second = 0; second < 300; second += 60) {
      assertThat(sent(second)).containsExactly("a-0");
      queue.failed(poison, false, nanos(second));
    }

    add(FIRST, 1, "b");

    assertThat(queue.isTargetAway()).isFalse();
    assertThat(sent(241)).containsExactly("b-1");
  }

  @Test
  void commitsUpToTheFirstThatIsNotDelivered() {
    Delivery first = add(FIRST, 10, "a");
    Delivery second = add(FIRST, 11, "b");
    queue.progress().passed(FIRST, 12);
    sent(0);

    queue.delivered(second);
    assertThat(committable(FIRST)).isEqualTo(10);
    queue.delivered(first);

    assertThat(committable(FIRST)).isEqualTo(13);
    queue.progress().committed(Map.of(FIRST, new OffsetAndMetadata(13)));
    assertThat(queue.progress().uncommitted()).isEmpty();
  }

  @Test
  void goesOnAfterOneThatWasParked() {
    Delivery parked = add(FIRST, 0, "a");
    add(FIRST, 1, "a");
    sent(0);

    queue.parked(parked);

    assertThat(sent(0)).containsExactly("a-1");
    assertThat(committable(FIRST)).isEqualTo(1);
  }

  @Test
  void forgetsAPartitionThatAnotherInstanceGoesOnWith() {
    Delivery gone = add(FIRST, 0, "a");
    add(SECOND, 5, "b");
    sent(0);

    queue.forget(FIRST);
    queue.delivered(gone);

    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.progress().uncommitted()).containsOnlyKeys(SECOND);
    assertThat(committable(SECOND)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void deliversEachInOrderOfItsPatientWhateverFails(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      add(random.nextBoolean() ? FIRST : SECOND, i, "p" + random.nextInt(7));
    }
    List<Delivery> delivered = new ArrayList<>();

    for (long second = 0; queue.size() > 0; second++) {
      List<Delivery> onTheirWay = new ArrayList<>();
      for (var next = queue.next(nanos(second));
          next.isPresent();
          next = queue.next(nanos(second))) {
        onTheirWay.add(next.get());
      }
      for (Delivery delivery : onTheirWay) {
        if (random.nextInt(3) > 0) {
          queue.delivered(delivery);
          delivered.add(delivery);
        } else {
          queue.failed(delivery, random.nextBoolean(), nanos(second));
        }
      }
    }

    assertThat(delivered).hasSize(200).doesNotHaveDuplicates();
    for (int patient = 0; patient < 7; patient++) {
      String name = "p" + patient;
      assertThat(delivered.stream().filter(one -> one.patient().equals(name)))
          .isSortedAccordingTo((one, other) -> Long.compare(one.offset(), other.offset()));
    }
  }
}
