package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.topic.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Subscriptions on a real broker, with targets that refuse, hang, redirect and go away. */
class WebhooksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static @Nullable KafkaProducer<String, byte[]> producer;
  private static final EmbeddedKafkaBroker BROKER =
      new EmbeddedKafkaKraftBroker(1, 2, Topics.ALERTS)
          .brokerProperties(
              Map.of(
                  "offsets.topic.num.partitions", "2",
                  "group.initial.rebalance.delay.ms", "0"));

  private final Target target = new Target();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<AutoCloseable> open = new ArrayList<>();
  private String test = "";

  @BeforeAll
  static void startBroker() {
    BROKER.afterPropertiesSet();
    BROKER.addTopics(new NewTopic(Topics.WEBHOOKS_PARKED, 1, (short) 1));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.getBrokersAsString()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private static KafkaProducer<String, byte[]> producer() {
    return Objects.requireNonNull(producer);
  }

  @AfterAll
  static void stopBroker() {
    producer().close();
    BROKER.destroy();
  }

  @BeforeEach
  void nameTest(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @AfterEach
  void close() throws Exception {
    target.close();
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private WebhookContext context(WebhookProperties properties) {
    HttpSender sender =
        new HttpSender(
            new OutsideAddresses(properties.networks()), properties, InstantSource.system());
    WebhookLog log = new WebhookLog(Map.of("bootstrap.servers", BROKER.getBrokersAsString()));
    open.add(sender);
    open.add(log);
    return new WebhookContext(
        properties,
        new Registry(),
        subscription -> consumer(subscription.id()),
        sender,
        log,
        new WebhookMetrics(meters),
        InstantSource.system(),
        () -> true);
  }

  private static KafkaConsumer<String, byte[]> consumer(String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            BROKER.getBrokersAsString(),
            "group.id",
            group,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "isolation.level",
            "read_committed"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /** For the patients of this test alone, since the topic is everybody's. */
  private Subscription subscription(String id, URI url, boolean heartbeat) {
    Set<String> patients =
        Set.of(patient(0), patient(1), patient(2), patient(3), patient(4), patient(5));
    return new Subscription(
        test + id,
        url,
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        new Filter(Set.of(), Set.of(), Set.of(), patients, Set.of()),
        heartbeat,
        Instant.EPOCH,
        "admin");
  }

  private SubscriptionWorker start(Subscription subscription, WebhookProperties properties) {
    SubscriptionWorker worker = new SubscriptionWorker(subscription, context(properties));
    open.add(0, worker);
    worker.start();
    return worker;
  }

  private String patient(int number) {
    return test + number;
  }

  /** Of each of these patients these revisions of an episode. */
  private void tell(int patients, int from, int to) throws Exception {
    for (int revision = from; revision <= to; revision++) {
      for (int number = 0; number < patients; number++) {
        send(patient(number), Events.highRaised(patient(number), revision).toJson());
      }
    }
  }

  private static void send(String patient, byte @Nullable [] event) throws Exception {
    producer().send(new ProducerRecord<>(Topics.ALERTS, patient, event)).get();
  }

  private String idOf(int number, int revision) {
    return Events.highRaised(patient(number), revision).id();
  }

  private List<String> idsOf(Target of, int number) {
    List<String> own =
        IntStream.rangeClosed(1, 50).mapToObj(revision -> idOf(number, revision)).toList();
    return of.ids().stream().filter(own::contains).distinct().toList();
  }

  private void awaitInOrder(Target of, int patients, int revisions) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (int number = 0; number < patients; number++) {
                int patient = number;
                assertThat(idsOf(of, number))
                    .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, revisions)
                            .mapToObj(revision -> idOf(patient, revision))
                            .toList());
              }
            });
  }

  @Test
  void deliversEachPatientsEventsInOrderOnce() throws Exception {
    start(subscription("", target.url(), false), Webhooks.properties(Duration.ofSeconds(5)));

    tell(6, 1, 10);

    awaitInOrder(target, 6, 10);
    assertThat(target.ids()).doesNotHaveDuplicates();
  }

  @Test
  void deliversInOrderToATargetThatRefusesHangsAndRedirectsWhileOthersGetTheirsAtOnce()
      throws Exception {
    Map<String, Integer> attempts = new ConcurrentHashMap<>();
    int[] answers = {500, -1, 302, 503, 200};
    target.answers(
        request -> answers[Math.min(4, attempts.merge(request.id(), 1, Integer::sum) - 1)]);
    try (Target other = new Target()) {
      start(subscription("", target.url(), false), Webhooks.properties(Duration.ofMillis(300)));
      start(
          subscription("-other", other.url(), false), Webhooks.properties(Duration.ofSeconds(20)));

      tell(2, 1, 4);

      awaitInOrder(other, 2, 4);
      assertThat(other.ids()).doesNotHaveDuplicates();
      awaitInOrder(target, 2, 4);
      // Each is taken at the fifth attempt, or later where one runs out of time on a busy machine.
      await().atMost(PATIENCE).until(() -> target.ids().size() >= 2 * 4 * 5);
    }
  }

  @Test
  void deliversEverythingToATargetThatWasAway() throws Exception {
    target.answers(request -> 503);
    start(subscription("", target.url(), false), Webhooks.properties(Duration.ofSeconds(5)));
    // More than is held in memory.
    tell(6, 1, 8);
    await().atMost(PATIENCE).until(() -> target.got().size() >= 5);

    target.answers(request -> 200);

    awaitInOrder(target, 6, 8);
  }

  @Test
  void goesOnWhereItWasAfterARestart() throws Exception {
    Subscription subscription = subscription("", target.url(), false);
    WebhookProperties properties = Webhooks.properties(Duration.ofSeconds(5));
    SubscriptionWorker first = start(subscription, properties);
    tell(2, 1, 3);
    awaitInOrder(target, 2, 3);
    first.close();

    tell(2, 4, 6);
    start(subscription, properties);

    awaitInOrder(target, 2, 6);
    // At most what was on its way, one of each patient, comes again.
    assertThat(target.ids()).hasSizeLessThanOrEqualTo(2 * 6 + 2);
  }

  @Test
  void parksWhatIsNotTakenInTimeAndSendsItAgainWhenAsked() throws Exception {
    target.answers(request -> 400);
    Subscription subscription = subscription("", target.url(), false);
    WebhookProperties properties = Webhooks.properties(Duration.ofSeconds(5), Duration.ofMillis(1));
    WebhookContext context = context(properties);
    ParkedEvents parked = new ParkedEvents(one -> consumer(one.id() + "-replay"), context.sender());
    start(subscription, properties);
    tell(1, 1, 3);
    await().atMost(PATIENCE).until(() -> parked.of(subscription).size() == 3);
    assertThat(parked.of(subscription))
        .extracting(ParkedEvents.View::event, ParkedEvents.View::reason)
        .first()
        .isEqualTo(tuple(idOf(0, 1), "status_400"));
    assertThat(parked.replay(subscription)).isEqualTo(new ParkedEvents.Replay(0, "status_400", 3));

    target.answers(request -> 200);

    assertThat(parked.replay(subscription)).isEqualTo(new ParkedEvents.Replay(3, "taken", 0));
    assertThat(parked.of(subscription)).isEmpty();
    assertThat(idsOf(target, 0)).hasSize(3);
  }

  @Test
  void tellsThatVigilLivesToThoseWhoAsk() {
    start(subscription("", target.url(), true), Webhooks.properties(Duration.ofSeconds(5)));

    await()
        .atMost(PATIENCE)
        .until(
            () -> target.got().stream().filter(g -> g.id().startsWith("heartbeat-")).count() >= 3);

    assertThat(target.got().get(0).body()).contains("\"type\":\"vigil.heartbeat.v1\"");
  }

  @Test
  void passesOverWhatIsNoAlarmEvent() throws Exception {
    send(patient(0), new byte[] {1});
    send(patient(0), null);
    tell(1, 1, 1);

    start(subscription("", target.url(), false), Webhooks.properties(Duration.ofSeconds(5)));

    awaitInOrder(target, 1, 1);
  }
}
