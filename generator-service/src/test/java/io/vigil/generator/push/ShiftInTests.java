package io.vigil.generator.push;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.generator.MutableClock;
import io.vigil.generator.push.ScriptedIngest.Push;
import io.vigil.generator.replay.Replays;
import io.vigil.generator.replay.ReplaysInTests;
import io.vigil.generator.retry.Backoff;
import io.vigil.generator.scenario.Scenarios;
import io.vigil.generator.scenario.ScenariosInTests;
import io.vigil.generator.signal.HeartRate;
import io.vigil.generator.store.InMemoryStore;
import io.vigil.generator.store.Reading;
import io.vigil.generator.store.ReadingStore;
import io.vigil.generator.ward.Device;
import io.vigil.generator.ward.Ward;
import io.vigil.generator.ward.WardProperties;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices at work between a clock and an ingest that a test drives. */
final class ShiftInTests {
  static final Instant START = Instant.parse("2026-11-21T08:00:00.999Z");
  static final long FIRST_SECOND_MS = START.toEpochMilli() + 1;

  final MutableClock clock = new MutableClock(START);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final ScriptedIngest ingest = new ScriptedIngest();
  final Scenarios scenarios = new Scenarios();
  final Desk desk = new Desk();
  final InMemoryStore store;
  final Replays replays = ReplaysInTests.none(desk);
  private final Shift shift;

  /** So many patients with a device each, and one request at once. */
  static ShiftInTests of(int patients) {
    return new ShiftInTests(Ward.of(patients), 1, 5, 3);
  }

  static ShiftInTests with(Ward ward, int requestsAtOnce, int backlog, int batch) {
    return new ShiftInTests(ward, requestsAtOnce, backlog, batch);
  }

  private ShiftInTests(Ward ward, int requestsAtOnce, int backlog, int batch) {
    this(ward, requestsAtOnce, backlog, batch, List.of());
  }

  /** With readings of an earlier run. */
  ShiftInTests(Ward ward, int requestsAtOnce, int backlog, int batch, List<Reading> left) {
    this(ward, requestsAtOnce, backlog, batch, new InMemoryStore(left), Optional.empty());
  }

  /** With a store on disk. */
  ShiftInTests(Ward ward, ReadingStore disk) {
    this(ward, 1, 3_600, 100, new InMemoryStore(List.of()), Optional.of(disk));
  }

  private ShiftInTests(
      Ward ward,
      int requestsAtOnce,
      int backlog,
      int batch,
      InMemoryStore memory,
      Optional<ReadingStore> disk) {
    store = memory;
    Books books = new Books(disk.orElse(memory), new PushCounters(meters));
    Sender sender = new Sender(ingest, books, clock, Runnable::run, requestsAtOnce);
    List<Station> all = new ArrayList<>();
    for (Device device : ward.devices()) {
      all.add(station(device, backlog, batch));
    }
    Stations stations =
        new Stations(
            ward,
            new WardProperties(ward.beds().size(), 1, 1),
            PushPropertiesInTests.of(URI.create("http://ingest:1")),
            desk,
            scenarios);
    List<Station> leftOver = stations.giveBack(books.open(), all, books);
    Recitals recitals = new Recitals(replays, stations, books);
    shift = new Shift(all, leftOver, recitals, START, books, sender);
  }

  private Station station(Device device, int backlog, int batch) {
    int patients = device.beds().size();
    BedsideDevice hands =
        new BedsideDevice(
            START.getEpochSecond() * patients,
            backlog * patients,
            batch * patients,
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            () -> new Backoff(Duration.ofMillis(500), Duration.ofSeconds(1), () -> 0));
    List<Bedside> bedsides =
        device.beds().stream()
            .map(bed -> new Bedside(bed.patient(), HeartRate.of(1, bed.patient()), scenarios))
            .toList();
    return new Station(device, bedsides, hands, desk);
  }

  void second() {
    work(Duration.ofSeconds(1));
  }

  /** Seconds in each of which everything is acknowledged at once. */
  void goodSeconds(int count) {
    for (int i = 0; i < count; i++) {
      second();
      answerAll(ScriptedIngest.ACKNOWLEDGED);
    }
  }

  void work(Duration time) {
    clock.advance(time);
    shift.workUntil(clock.instant());
  }

  /** Answers until nothing is under way any more. */
  void answerAll(Answer answer) {
    while (ingest.unanswered() > 0) {
      ingest.answer(answer);
    }
  }

  /** Answers what is under way now. */
  void answerAllOnce(Answer answer) {
    for (int left = ingest.unanswered(); left > 0; left--) {
      ingest.answer(answer);
    }
  }

  /** Makes something happen to the first patient from now on. */
  void happen(String kind, Map<String, Long> parameters, int seconds) {
    ScenariosInTests.start(
        scenarios, "p-0001", kind, parameters, clock.instant(), Duration.ofSeconds(seconds));
  }

  Push lastPush() {
    return ingest.pushes().get(ingest.pushes().size() - 1);
  }

  /** Event times of each request, in seconds since the first beat. */
  List<List<Long>> seconds() {
    return ingest.pushes().stream()
        .map(push -> push.times().stream().map(ms -> (ms - FIRST_SECOND_MS) / 1_000).toList())
        .toList();
  }

  double count(String what) {
    return meters.get("vigil.readings." + what).tag("stage", "generator").counter().count();
  }

  double refused(String reason) {
    return meters.get("vigil.readings.rejected").tag("reason", reason).counter().count();
  }

  double backlog() {
    return meters.get("vigil.readings.backlog").gauge().value();
  }

  /** What was measured or taken over, less what was acknowledged, refused or is in hand. */
  double imbalance() {
    double rejected =
        meters.find("vigil.readings.rejected").counters().stream()
            .mapToDouble(counter -> counter.count())
            .sum();
    return count("accepted") - count("forwarded") - rejected - backlog();
  }
}
