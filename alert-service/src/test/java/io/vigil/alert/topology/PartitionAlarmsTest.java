package io.vigil.alert.topology;

import static io.vigil.alert.topology.Wire.heartRate;
import static io.vigil.alert.topology.Wire.live;
import static io.vigil.alert.topology.Wire.ms;
import static io.vigil.alert.topology.Wire.readings;
import static io.vigil.alert.topology.Wire.watermark;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.registry.Ward;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.PresenceRecord;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Watermark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionAlarmsTest {
  private static final Rules RULES =
      new Rules(
          Map.of(Vital.HEART_RATE, new VitalTiming(500, 10_000, 3_000, 5_000, true)),
          30_000,
          5_000);
  private static final LifeCycle LIFE_CYCLE = new LifeCycle(60_000, 180_000, 2, 600_000);

  private final Registry registry = new Registry();
  private final Census census = new Census(registry);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> timeline = new ArrayList<>();
  private final List<String> presences = new ArrayList<>();
  private final ObjectStore<PatientWatch> patients =
      store(AlarmTopology.patients().withLoggingDisabled().build());
  private final ObjectStore<Listening> listening =
      store(AlarmTopology.listening().withLoggingDisabled().build());
  private Presence lastPresence = Presence.getDefaultInstance();
  private PartitionAlarms alarms = start();

  private static <V> ObjectStore<V> store(ObjectStore<V> store) {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    return store;
  }

  private PartitionAlarms start() {
    return start(0);
  }

  private PartitionAlarms start(int partition) {
    return new PartitionAlarms(
        partition,
        patients,
        listening,
        RULES,
        LIFE_CYCLE,
        census,
        new AlertMetrics(meters, InstantSource.fixed(Instant.ofEpochMilli(ms(60)))),
        alert -> timeline.add(Lines.line(alert)),
        this::note);
  }

  private void restart() {
    patients.flushCache();
    listening.flushCache();
    patients.clearCache();
    listening.clearCache();
    alarms.close();
    alarms = start();
  }

  @BeforeEach
  void admitPatients() {
    admit("p-0001", Patient.Priority.NORMAL);
    admit("p-0002", Patient.Priority.HIGH);
  }

  private void admit(String patient, Patient.Priority priority) {
    Patient entry = new Patient(patient, "A. B.", "Ward 3", "12", priority, Instant.EPOCH);
    registry.apply(entry.key(), entry.toJson());
    census.changed(entry.key());
  }

  private void discharge(String patient) {
    registry.apply(RegistryKey.patient(patient), null);
    census.changed(RegistryKey.patient(patient));
  }

  private void take(MessageLite message) {
    if (message instanceof Readings readings) {
      alarms.takeChanges(readings.getIngestTimeMs());
      alarms.take(readings);
    } else if (message instanceof Watermark watermark) {
      alarms.takeChanges(watermark.getIngestTimeMs());
      alarms.take(watermark);
    }
  }

  /** Watermarks from 0 on, and these readings, in the order of their ingest times. */
  private static List<MessageLite> log(double to, List<Readings> readings) {
    List<MessageLite> log = new ArrayList<>(readings);
    for (double second = 0; second <= to; second += 0.25) {
      log.add(watermark(second));
    }
    log.sort(Comparator.comparingLong(PartitionAlarmsTest::takenAt));
    return log;
  }

  private static long takenAt(MessageLite message) {
    return message instanceof Readings readings
        ? readings.getIngestTimeMs()
        : ((Watermark) message).getIngestTimeMs();
  }

  @Test
  void tellsPatientsApart() {
    List<Readings> readings = new ArrayList<>(live("p-0001", 0, "134x20"));
    readings.addAll(live("p-0002", 0.5, "72x11"));

    log(16, readings).forEach(this::take);

    assertThat(timeline)
        .containsExactly(
            "p-0001 high raised medium 0-10 HR 134 > 120 #1",
            "p-0002 gap raised high 10.6-15.6 HR no reading for 5 s #1");
  }

  @Test
  void goesOnAfterARestartAtAnyRecord() {
    List<Readings> readings = new ArrayList<>(live("p-0001", 0, "72x5 134x15 _x10 90x20"));
    readings.addAll(live("p-0002", 0.5, "72x11 _x20 45x30"));

    for (MessageLite message : log(70, readings)) {
      take(message);
      restart();
    }

    assertThat(timeline)
        .containsExactly(
            "p-0001 high raised medium 5-15 HR 134 > 120 #1",
            "p-0002 gap raised high 10.6-15.6 HR no reading for 5 s #1",
            "p-0001 gap raised medium 19.1-24.1 HR no reading for 5 s #1",
            "p-0001 gap resolved medium 19.1-32.1 HR readings again #2",
            "p-0002 gap resolved high 10.6-33.6 HR readings again #2",
            "p-0001 high resolved medium 5-40 HR 90 ≤ 115 #2",
            "p-0002 low raised medium 31.5-41.5 HR 45 < 50 #1",
            "p-0001 gap raised medium 49.1-54.1 HR no reading for 5 s #1",
            "p-0002 gap raised high 60.6-65.6 HR no reading for 5 s #1");
  }

  @Test
  void raisesNoGapOfAPatientWhoIsNotAdmittedAndForgetsThem() {
    log(20, live("p-0009", 0, "72x11")).forEach(this::take);

    assertThat(timeline).isEmpty();
    assertThat(patients.all()).isEmpty();
  }

  @Test
  void judgesValuesOfAPatientWhoIsNotKnownToBeAdmittedYet() {
    live("p-0009", 0, "134x11").forEach(this::take);

    assertThat(timeline).containsExactly("p-0009 high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void resolvesAndForgetsWhenAPatientIsDischarged() {
    log(20, live("p-0001", 0, "134x11")).forEach(this::take);
    discharge("p-0001");

    take(watermark(20.25));

    assertThat(timeline)
        .containsExactly(
            "p-0001 high raised medium 0-10 HR 134 > 120 #1",
            "p-0001 gap raised medium 10.1-15.1 HR no reading for 5 s #1",
            "p-0001 high resolved medium 0-20.25 HR alarm ended: discharged #2",
            "p-0001 gap resolved medium 10.1-20.25 HR alarm ended: discharged #2");
    assertThat(patients.all()).isEmpty();
  }

  @Test
  void resolvesWhatItFindsOfADischargedPatientAfterARestart() {
    log(20, live("p-0001", 0, "134x11")).forEach(this::take);
    alarms.close();
    discharge("p-0001");

    restart();
    take(watermark(20.25));

    assertThat(timeline)
        .containsExactly(
            "p-0001 high raised medium 0-10 HR 134 > 120 #1",
            "p-0001 gap raised medium 10.1-15.1 HR no reading for 5 s #1",
            "p-0001 high resolved medium 0-20.25 HR alarm ended: discharged #2",
            "p-0001 gap resolved medium 10.1-20.25 HR alarm ended: discharged #2");
  }

  @Test
  void resolvesWhatIsLeftOfADischargedPatientWhenTheyFallSilent() {
    log(10.25, live("p-0001", 0, "134x11")).forEach(this::take);
    alarms.close();
    discharge("p-0001");

    restart();
    for (double second = 10.5; second <= 15.25; second += 0.25) {
      take(watermark(second));
    }

    assertThat(timeline)
        .containsExactly(
            "p-0001 high raised medium 0-10 HR 134 > 120 #1",
            "p-0001 high resolved medium 0-15.25 HR alarm ended: discharged #2");
    assertThat(patients.all()).isEmpty();
  }

  @Test
  void keepsTheHoldOfAPatientWhoIsNotKnownToBeAdmittedYetThroughARestart() {
    live("p-0009", 0, "134x6").forEach(this::take);
    restart();
    live("p-0009", 6, "134x5").forEach(this::take);

    assertThat(timeline).containsExactly("p-0009 high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void putsTheReadingsOfARequestInOrder() {
    take(
        readings(
            "p-0001",
            ms(10.1),
            heartRate(ms(10), 13_400),
            heartRate(ms(5), 13_400),
            heartRate(ms(0), 13_400)));

    assertThat(timeline).containsExactly("p-0001 high raised medium 0-10 HR 134 > 120 #1");
  }

  private void give(String device, String... patients) {
    Device entry = new Device(device, Set.of(patients), "hash-" + device);
    registry.apply(entry.key(), entry.toJson());
    census.changed(entry.key());
  }

  @Test
  void expectsAFirstReadingOfWhoeverWasAdmittedWithADevice() {
    log(1, List.of()).forEach(this::take);
    give("dev-1", "p-0001", "p-0002", "p-0009");

    for (double second = 1.25; second <= 31.5; second += 0.25) {
      take(watermark(second));
      restart();
    }

    assertThat(timeline)
        .containsExactly(
            "p-0001 never_started raised medium 1.25-31.25 no reading since admission, for 30 s #1",
            "p-0002 never_started raised high 1.25-31.25 no reading since admission, for 30 s #1");
  }

  @Test
  void expectsNothingOfPatientsOfOtherPartitions() {
    census.setPartitions(1_000);
    give("dev-1", "p-0001");

    log(60, List.of()).forEach(this::take);

    assertThat(timeline).isEmpty();
    assertThat(patients.all()).isEmpty();
  }

  @Test
  void expectsNothingWhereTheDeviceIsTakenAway() {
    log(1, List.of()).forEach(this::take);
    give("dev-1", "p-0001");
    take(watermark(1.25));
    registry.apply(RegistryKey.device("dev-1"), null);
    census.changed(RegistryKey.device("dev-1"));

    log(60, List.of()).forEach(this::take);

    assertThat(timeline).isEmpty();
  }

  @Test
  void judgesByTheLimitsOfTheWardAsTheyAreNow() {
    live("p-0001", 0, "105x3").forEach(this::take);
    setWard(100);
    live("p-0001", 3, "105x11").forEach(this::take);
    restart();
    alarms.close();
    setWard(104);
    alarms = start();
    live("p-0001", 14, "99x11").forEach(this::take);

    assertThat(timeline)
        .containsExactly(
            "p-0001 high raised medium 3-13 HR 105 > 100 #1",
            "p-0001 high resolved medium 3-24 HR 99 ≤ 99 #2");
  }

  private void setWard(int high) {
    VitalLimits limits = new VitalLimits(BigDecimal.valueOf(high), null, null, null);
    Ward ward = new Ward("Ward 3", new Limits(Map.of(Vital.HEART_RATE, limits)));
    registry.apply(ward.key(), ward.toJson());
    census.changed(ward.key());
  }

  @Test
  void escalatesThroughARestartAtAnyRecord() {
    List<Readings> readings = new ArrayList<>(live("p-0001", 0, "160x70"));
    readings.addAll(live("p-0002", 0.5, "160x70"));

    for (MessageLite message : log(66, readings)) {
      take(message);
      restart();
    }

    assertThat(timeline)
        .containsExactly(
            "p-0001 extreme_high raised high 0-3 HR 160 > 150 #1",
            "p-0002 extreme_high raised high 0.5-3.5 HR 160 > 150 #1",
            "p-0001 extreme_high escalated high 0-63.1 HR 160 > 150 #2",
            "p-0002 extreme_high escalated high 0.5-63.6 HR 160 > 150 #2");
  }

  @Test
  void pausesAndLimitsAPatientWhoWasNotHeardYet() {
    Instant at = Instant.ofEpochMilli(ms(0));
    VitalLimits limits = new VitalLimits(BigDecimal.valueOf(100), null, null, null);

    alarms.take(
        new LimitsChange("p-0001", at, "ann", new Limits(Map.of(Vital.HEART_RATE, limits))));
    alarms.take(new Pause("p-0001", at, "ann", 5, "suctioning"));
    alarms.take(new Acknowledge("p-0002", at, "ann", "a-1", null));
    restart();
    log(13, live("p-0001", 0, "105x12")).forEach(this::take);

    assertThat(timeline).containsExactly("p-0001 high raised medium 0-10 HR 105 > 100 #1");
    assertThat(patients.all()).hasSize(1);
  }

  private void note(PresenceRecord record) {
    if (record.hasPresence()) {
      Presence presence = record.getPresence();
      String state = presence.getState().name().substring("STATE_".length());
      double second = (presence.getAtMs() - ms(0)) / 1_000.0;
      presences.add(presence.getPatient() + " " + state + " " + second);
      lastPresence = presence;
    }
  }

  @Test
  void tellsWhoSpeaksAndWhoIsSilentASecondBeforeTheGap() {
    give("gateway-1", "p-0001", "p-0002");
    log(16, live("p-0002", 0, "72x3 _x9 72x3")).forEach(this::take);

    discharge("p-0002");
    take(watermark(16.25));

    assertThat(presences)
        .containsExactly(
            "p-0002 SPEAKING 0.1",
            "p-0002 SILENT 6.1",
            "p-0002 SPEAKING 14.1",
            "p-0002 GONE 16.25");
  }

  @Test
  void tellsOfASilenceToWhomThePatientBelongsAndWhenItBecomesAGap() {
    give("gateway-1", "p-0001", "p-0002");

    log(7, live("p-0002", 0, "72x3")).forEach(this::take);

    assertThat(lastPresence)
        .isEqualTo(
            Presence.newBuilder()
                .setPatient("p-0002")
                .setState(Presence.State.STATE_SILENT)
                .setAtMs(ms(6.1))
                .setWard("Ward 3")
                .setGateway("gateway-1")
                .setUrgent(true)
                .setSilentSinceMs(ms(2.1))
                .setGapAtMs(ms(7.1))
                .build());
  }

  @Test
  void saysAgainAfterARestartWhoSpeaksBeforeTheyFallSilent() {
    log(6, live("p-0002", 0, "72x3")).forEach(this::take);
    restart();
    take(watermark(6.25));

    assertThat(presences)
        .containsExactly("p-0002 SPEAKING 0.1", "p-0002 SPEAKING 6.0", "p-0002 SILENT 6.1");
  }

  @Test
  void tellsOnceOfASilenceThatEndsBeforeTheGapThroughARestartAtAnyRecord() {
    give("dev-1", "p-0001");
    for (MessageLite message : log(20, live("p-0001", 0, "72x3 _x4 72x3"))) {
      take(message);
      restart();
    }

    assertThat(presences.stream().distinct().filter(line -> line.contains("SILENT")))
        .contains("p-0001 SILENT 6.1", "p-0001 SILENT 13.1");
    assertThat(presences).contains("p-0001 SPEAKING 7.1");
    assertThat(timeline).hasSize(1);
  }

  @Test
  void tellsThatOurOwnPipelineIsSilentInsteadOfGaps() {
    log(10, live("p-0001", 0, "72x11")).forEach(this::take);

    alarms.pipelineIsSilent();
    alarms.pipelineIsSilent();
    restart();
    take(watermark(70));
    log(0, live("p-0001", 70, "72x3")).forEach(this::take);

    assertThat(timeline)
        .containsExactly(
            "vigil pipeline raised high 10-15 Vigil takes no readings, for 5 s #1",
            "vigil pipeline resolved high 10-70 Vigil takes readings again #2");
  }

  @Test
  void tellsOfAnOutageThatNobodyNoticedWhileItLasted() {
    take(watermark(10));
    take(watermark(15));
    take(watermark(20.25));

    assertThat(timeline)
        .containsExactly(
            "vigil pipeline raised high 15-20 Vigil takes no readings, for 5 s #1",
            "vigil pipeline resolved high 15-20.25 Vigil takes readings again #2");
  }

  @Test
  void tellsOfThePipelineInOnePartitionOnly() {
    census.setPartitions(4);
    for (int partition = 0; partition < 4; partition++) {
      alarms = start(partition);
      take(watermark(10));
      alarms.pipelineIsSilent();
      patients.clearCache();
      listening.clearCache();
      alarms.close();
    }

    assertThat(timeline).hasSize(1);
  }

  @Test
  void letsSomebodyTakeTheAlarmOfThePipeline() {
    take(watermark(10));
    alarms.pipelineIsSilent();
    String id = AlertId.of("vigil", null, AlertRule.PIPELINE, Instant.ofEpochMilli(ms(10)));

    alarms.take(new Acknowledge("vigil", Instant.ofEpochMilli(ms(20)), "ann", id, null));

    assertThat(timeline)
        .endsWith("vigil pipeline acknowledged high 10-20 Vigil takes no readings, for 5 s #2");
  }

  @Test
  void findsAllWhoFallSilentAtOnce() {
    List<Readings> readings = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      admit("q-" + i, Patient.Priority.NORMAL);
      readings.add(readings("q-" + i, ms(1 + i / 1_000.0), heartRate(ms(1), 7_200)));
    }

    log(6.5, readings).forEach(this::take);

    assertThat(timeline)
        .hasSize(500)
        .startsWith("q-0 gap raised medium 1-6 HR no reading for 5 s #1")
        .endsWith("q-499 gap raised medium 1.499-6.499 HR no reading for 5 s #1");
  }

  @Test
  void countsInAsOutAndRefused() {
    live("p-0001", 0, "72x5").forEach(this::take);
    live("p-0001", 0, "72x3 73").forEach(this::take);
    take(readings("p-0001", ms(40), heartRate(ms(5), 7_200)));
    take(
        Readings.newBuilder()
            .setPatient("p-0001")
            .setIngestTimeMs(ms(41))
            .addSeries(Series.newBuilder().setVitalValue(99).addReadings(heartRate(ms(41), 100)))
            .addSeries(
                Series.newBuilder()
                    .setVital(io.vigil.schema.wire.Vital.VITAL_SPO2)
                    .addReadings(heartRate(ms(41), 9_900)))
            .build());

    assertThat(count("vigil.readings.accepted")).isEqualTo(12);
    assertThat(count("vigil.readings.forwarded")).isEqualTo(5);
    assertThat(count("vigil.readings.rejected", "reason", "duplicate")).isEqualTo(3);
    assertThat(count("vigil.readings.rejected", "reason", "conflict")).isEqualTo(1);
    assertThat(count("vigil.readings.rejected", "reason", "late")).isEqualTo(1);
    assertThat(count("vigil.readings.rejected", "reason", "unwatched")).isEqualTo(1);
    assertThat(count("vigil.readings.rejected", "reason", "unknown_vital")).isEqualTo(1);
  }

  private double count(String name, String... tags) {
    return meters.get(name).tag("stage", "alert").tags(tags).counter().count();
  }
}
