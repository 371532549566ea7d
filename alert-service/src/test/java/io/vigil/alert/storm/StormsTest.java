package io.vigil.alert.storm;

import static io.vigil.alert.topology.Wire.ms;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.Storm;
import io.vigil.alert.rule.Surroundings;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.Census;
import io.vigil.alert.topology.Lines;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.alert.topology.ObjectStoreBuilder;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.JudgedTo;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.Presence.State;
import io.vigil.schema.wire.PresenceRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class StormsTest {
  private static final int PARTITIONS = 2;

  private final ObjectStore<Presence> known = store(StormTopology.known());
  private final ObjectStore<PresenceRecord> records = store(StormTopology.waiting());
  private final ObjectStore<Storm> raised = store(StormTopology.storms());
  private final List<String> timeline = new ArrayList<>();
  private final List<Alert> told = new ArrayList<>();
  private Waiting waiting = new Waiting(records);
  private Storms storms = start();

  private static <V> ObjectStore<V> store(ObjectStoreBuilder<V> builder) {
    ObjectStore<V> store = builder.withLoggingDisabled().build();
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    return store;
  }

  private Storms start() {
    Surroundings surroundings =
        new Surroundings(
            new Rules(
                Map.of(Vital.HEART_RATE, new VitalTiming(500, 10_000, 3_000, 5_000, true)),
                30_000,
                5_000),
            new LifeCycle(60_000, 180_000, 2, 600_000),
            new Listening(),
            new Census(new Registry()),
            this::note);
    AlertMetrics metrics =
        new AlertMetrics(
            new SimpleMeterRegistry(), InstantSource.fixed(Instant.ofEpochMilli(ms(60))));
    return new Storms(new Groups(known), raised, surroundings, metrics);
  }

  private void note(Alert alert) {
    told.add(alert);
    timeline.add(Lines.line(alert));
  }

  private void restart() {
    for (ObjectStore<?> store : List.of(known, records, raised)) {
      store.flushCache();
      store.clearCache();
    }
    waiting = new Waiting(records);
    storms = start();
  }

  private static PresenceRecord said(Presence.Builder presence) {
    return PresenceRecord.newBuilder().setPresence(presence).build();
  }

  private static Presence.Builder of(String patient, State state, double at) {
    return Presence.newBuilder()
        .setPatient(patient)
        .setState(state)
        .setAtMs(ms(at))
        .setWard("Ward 3")
        .setGateway("");
  }

  private static Presence.Builder speaks(String patient, double at) {
    return of(patient, State.STATE_SPEAKING, at);
  }

  /** Said a second before the gap of five seconds. */
  private static Presence.Builder silent(String patient, double since) {
    return of(patient, State.STATE_SILENT, since + 4)
        .setSilentSinceMs(ms(since))
        .setGapAtMs(ms(since + 5));
  }

  private void say(Presence.Builder... presences) {
    for (Presence.Builder presence : presences) {
      waiting.add(said(presence));
    }
  }

  private void judgedTo(double second) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      judgedTo(partition, second);
    }
  }

  private void judgedTo(int partition, double second) {
    waiting.add(JudgedTo.newBuilder().setPartition(partition).setTimeMs(ms(second)).build());
    StormProcessor.takeInOrder(waiting, storms, waiting.judgedTo(PARTITIONS));
  }

  @Test
  void raisesOneAlarmWhenAWardFallsSilentAndResolvesItWhenAllSpeakAgain() {
    say(speaks("p-1", 0), speaks("p-2", 0.5), silent("p-1", 10), silent("p-2", 10.5));
    judgedTo(15.25);
    say(speaks("p-1", 20), speaks("p-2", 20.5));
    judgedTo(21);

    assertThat(timeline)
        .containsExactly(
            "ward/Ward 3 gap raised medium 10-15 Ward 3 is silent: no reading of any bed #1",
            "ward/Ward 3 gap resolved medium 10-20.5 Ward 3: readings again #2");
    assertThat(told)
        .allSatisfy(
            alert -> {
              assertThat(alert.members()).containsExactly("p-1", "p-2");
              assertThat(alert.source()).isEqualTo("ward");
              assertThat(alert.group()).isEqualTo("ward/Ward 3");
              assertThat(alert.vital()).isNull();
              assertThat(alert.limit()).isEqualByComparingTo("5");
            });
  }

  @Test
  void raisesNothingWhileOneOfThemSpeaks() {
    say(speaks("p-1", 0), speaks("p-2", 0), speaks("p-3", 0));
    say(silent("p-1", 10), silent("p-2", 10));
    judgedTo(60);

    assertThat(timeline).isEmpty();
  }

  @Test
  void raisesNothingForOneAlone() {
    say(speaks("p-1", 0), silent("p-1", 10));
    judgedTo(60);

    assertThat(timeline).isEmpty();
  }

  @Test
  void leavesOutWhoWasSilentForLonger() {
    say(silent("p-0", 1), silent("p-1", 10), silent("p-2", 11));
    judgedTo(15);

    assertThat(told).singleElement().extracting(Alert::members).isEqualTo(List.of("p-1", "p-2"));
  }

  @Test
  void raisesNothingWhereTheyFallSilentOneAfterTheOther() {
    say(silent("p-1", 10), silent("p-2", 13), silent("p-3", 16));
    judgedTo(60);

    assertThat(timeline).isEmpty();
  }

  @Test
  void raisesWhenTheLastHasBecomeSilentAfterTheFirstGap() {
    say(speaks("p-2", 0), silent("p-1", 10), silent("p-2", 11.75));
    judgedTo(60);

    assertThat(timeline)
        .containsExactly(
            "ward/Ward 3 gap raised medium 10-15.75 Ward 3 is silent: no reading of any bed #1");
  }

  @Test
  void forgivesASilenceThatEndsBeforeTheGap() {
    say(silent("p-1", 10), silent("p-2", 10.1), speaks("p-2", 14.9));
    judgedTo(60);

    assertThat(timeline).isEmpty();
  }

  @Test
  void isTheGatewaysWhereAllHangOnIt() {
    say(speaks("p-1", 0).setGateway("gw-1"), speaks("p-2", 0).setGateway("gw-1"));
    say(silent("p-1", 10).setGateway("gw-1"), silent("p-2", 10.5).setGateway("gw-1"));
    judgedTo(16);

    assertThat(timeline)
        .containsExactly(
            "device/gw-1 gap raised medium 10-15 gw-1 is silent: no reading of any bed #1");
    assertThat(told.get(0).source()).isEqualTo("gateway");
  }

  @Test
  void isTheGatewaysWhereOthersOfTheWardSpeak() {
    say(speaks("p-0", 0), silent("p-1", 10).setGateway("gw-1"));
    say(silent("p-2", 10.5).setGateway("gw-1"));
    judgedTo(16);

    assertThat(told).extracting(Alert::patient).containsExactly("device/gw-1");
  }

  @Test
  void isTheWardsAloneWhereTwoGatewaysFallSilent() {
    say(silent("p-1", 10).setGateway("gw-1"), silent("p-2", 10.1).setGateway("gw-1"));
    say(silent("p-3", 10.2).setGateway("gw-2"), silent("p-4", 10.3).setGateway("gw-2"));
    judgedTo(30);

    assertThat(told).extracting(Alert::patient).containsExactly("ward/Ward 3");
  }

  @Test
  void givesWayToTheWardWhenTheOtherGatewayFollows() {
    say(silent("p-1", 10).setGateway("gw-1"), silent("p-2", 10.1).setGateway("gw-1"));
    say(speaks("p-3", 9).setGateway("gw-2"), speaks("p-4", 9).setGateway("gw-2"));
    say(silent("p-3", 11.5).setGateway("gw-2"), silent("p-4", 11.5).setGateway("gw-2"));
    judgedTo(30);

    assertThat(timeline)
        .containsExactly(
            "device/gw-1 gap raised medium 10-15 gw-1 is silent: no reading of any bed #1",
            "ward/Ward 3 gap raised medium 10-15.5 Ward 3 is silent: no reading of any bed #1",
            "device/gw-1 gap resolved medium 10-15.5 alarm ended: now Ward 3 #2");
  }

  @Test
  void isTheGatewaysThatIsSilentStillWhenTheRestOfTheWardIsBack() {
    say(silent("p-1", 10).setGateway("gw-1"), silent("p-2", 10).setGateway("gw-1"));
    say(silent("p-3", 10).setGateway("gw-2"), silent("p-4", 10).setGateway("gw-2"));
    say(speaks("p-3", 20).setGateway("gw-2"), speaks("p-4", 20).setGateway("gw-2"));
    judgedTo(31);

    assertThat(timeline)
        .containsExactly(
            "ward/Ward 3 gap raised medium 10-15 Ward 3 is silent: no reading of any bed #1",
            "ward/Ward 3 gap resolved medium 10-30 Ward 3: readings again, of most beds #2",
            "device/gw-1 gap raised medium 10-30 gw-1 is silent: no reading of any bed #1");
  }

  @Test
  void endsTenSecondsAfterMostAreBackAndLeavesTheOthersToTheirOwnGaps() {
    say(silent("p-1", 10), silent("p-2", 10), silent("p-3", 10), speaks("p-1", 20));
    judgedTo(40);
    assertThat(timeline).hasSize(1);

    say(speaks("p-2", 41));
    judgedTo(60);

    assertThat(timeline)
        .endsWith("ward/Ward 3 gap resolved medium 10-51 Ward 3: readings again, of most beds #2")
        .hasSize(2);
  }

  @Test
  void goesOnWhereMostFallSilentAgain() {
    say(silent("p-1", 10), silent("p-2", 10), speaks("p-1", 20), silent("p-1", 20));
    judgedTo(60);

    assertThat(timeline).hasSize(1);
  }

  @Test
  void endsWhenItsPatientsHaveLeft() {
    say(silent("p-1", 10), silent("p-2", 10));
    say(of("p-1", State.STATE_GONE, 20), of("p-2", State.STATE_GONE, 21));
    judgedTo(60);

    assertThat(timeline)
        .endsWith("ward/Ward 3 gap resolved medium 10-21 Ward 3: readings again #2");
    assertThat(known.all()).isEmpty();
  }

  @Test
  void raisesWhenTheOnlyOneWhoSpokeHasLeft() {
    say(speaks("p-0", 0), silent("p-1", 10), silent("p-2", 10), of("p-0", State.STATE_GONE, 30));
    judgedTo(60);

    assertThat(timeline)
        .containsExactly(
            "ward/Ward 3 gap raised medium 10-30 Ward 3 is silent: no reading of any bed #1");
  }

  @Test
  void isOfHighPriorityWhereOnePatientIs() {
    say(silent("p-1", 10), silent("p-2", 10).setUrgent(true));
    judgedTo(76);

    assertThat(timeline)
        .containsExactly(
            "ward/Ward 3 gap raised high 10-15 Ward 3 is silent: no reading of any bed #1",
            "ward/Ward 3 gap escalated high 10-75 Ward 3 is silent: no reading of any bed #2");
  }

  @Test
  void isAcknowledgedByItsGroup() {
    String id = AlertId.of("ward/Ward 3", null, AlertRule.GAP, Instant.ofEpochMilli(ms(10)));
    say(silent("p-1", 10), silent("p-2", 10));
    judgedTo(16);

    Acknowledge command =
        new Acknowledge("ward/Ward 3", Instant.ofEpochMilli(ms(17)), "ann", id, null);
    waiting.add(
        PresenceRecord.newBuilder().setCommand(ByteString.copyFrom(command.toJson())).build());
    judgedTo(200);

    assertThat(timeline)
        .hasSize(2)
        .endsWith(
            "ward/Ward 3 gap acknowledged medium 10-17 Ward 3 is silent: no reading of any bed #2");
    assertThat(told.get(1).by()).isEqualTo("ann");
  }

  @Test
  void waitsForThePartitionThatIsBehind() {
    say(silent("p-1", 10), silent("p-2", 10));
    judgedTo(0, 60);
    assertThat(timeline).isEmpty();

    judgedTo(1, 13);
    say(speaks("p-2", 14.5));
    judgedTo(1, 60);

    assertThat(timeline).isEmpty();
  }

  @Test
  void tellsTheSameHoweverThePartitionsAreMixedAndThroughARestartAtAnyRecord() {
    List<Presence.Builder> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String patient = "p-" + i;
      String gateway = i < 10 ? "gw-1" : "";
      all.add(speaks(patient, i / 30.0).setGateway(gateway));
      all.add(silent(patient, 10 + i / 30.0).setGateway(gateway));
      all.add(speaks(patient, 40 + i % 7).setGateway(gateway));
      all.add(silent(patient, 60 + i % 4).setGateway(gateway));
    }
    say(all.toArray(Presence.Builder[]::new));
    judgedTo(100);
    List<String> inOrder = List.copyOf(timeline);
    timeline.clear();
    for (ObjectStore<?> store : List.of(known, records, raised)) {
      store.clearCache();
    }
    waiting = new Waiting(records);
    storms = start();

    Collections.shuffle(all, new Random(7));
    for (Presence.Builder presence : all) {
      say(presence);
      restart();
    }
    for (double second = 0; second <= 100; second += 0.25) {
      judgedTo(second);
    }

    assertThat(inOrder).hasSizeGreaterThan(1);
    assertThat(timeline).isEqualTo(inOrder);
  }
}
