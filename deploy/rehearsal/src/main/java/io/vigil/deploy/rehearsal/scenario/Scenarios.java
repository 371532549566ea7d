package io.vigil.deploy.rehearsal.scenario;

import static io.vigil.deploy.rehearsal.scenario.Expected.ANY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The scenarios that there are, with what the contract's rules say must come of each. */
public final class Scenarios {
  /** A deciding reading to the alarm, or a silence to its alarm: 1 s, and another for the way. */
  private static final long AT_ONCE_MS = 2_000;

  private static final long STORM_MS = 5_000;

  /** One instance that is killed and started again. */
  private static final long RESTARTED_SERVICE_MS = 30_000;

  private static final long RESTARTED_BROKER_MS = 60_000;
  private static final int TWO_HOURS = 7_200;
  private static final int STORM = 500;

  private static final String FLAT = "72x36";

  private Scenarios() {}

  /** All of them, in the order in which they are played. */
  public static List<Scenario> all() {
    return List.of(
        tachycardia(),
        bradycardia(),
        leadOff(),
        flapping(),
        wrongClock(),
        disorder(),
        gatewayOutage(),
        storm(),
        alertServiceKilled(),
        brokerRestart());
  }

  public static Optional<Scenario> named(String name) {
    return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }

  private static Scenario tachycardia() {
    return simple(
        "tachycardia",
        "a heart rate climbs over the limit and comes back",
        Bed.of(
            Script.live("80x5 100 112 119 124 128 131 134x9 120 116x2 110x13"),
            Expected.held("high", 8, 18, 33)),
        Bed.of(Script.live("72x8 134x9 119 72x18")));
  }

  private static Scenario bradycardia() {
    return simple(
        "bradycardia",
        "a heart rate falls under the limit and comes back",
        Bed.of(Script.live("70x5 48 46 45x10 60x14"), Expected.held("low", 5, 15, 27)),
        Bed.of(Script.live("72x8 45x9 51 72x13")));
  }

  private static Scenario leadOff() {
    return simple(
        "lead-off",
        "a lead falls off and is put on again",
        Bed.of(Script.live("72x6 _x9 72x6"), Expected.gap(5, 17)),
        Bed.of(Script.live("72x6 _x2 72x13")));
  }

  private static Scenario flapping() {
    return simple(
        "flapping",
        "a heart rate flaps at the limit, before and after the alarm",
        Bed.of(Script.live("118 124 118 124 118 124 118 124 118 124 118 124 118 124 118 72x21")),
        Bed.of(
            Script.live("72x3 125x11 119 125 117 126 118 124 116 125 119 124 110x12"),
            Expected.held("high", 3, 13, 34)));
  }

  private static Scenario wrongClock() {
    Script high = Script.live("134x16");
    return simple(
        "wrong-clock",
        "devices whose clocks are two hours behind and ahead",
        Bed.of(high.withClock(-TWO_HOURS)).tolerating("never_started", "gap"),
        Bed.of(high.withClock(TWO_HOURS)).tolerating("never_started", "gap"),
        Bed.of(Script.live("134x11 72x5"), Expected.held("high", 0, 10, ANY)));
  }

  private static Scenario disorder() {
    return simple(
        "disorder",
        "every reading comes twice, and in the wrong order",
        Bed.of(
            Script.disordered("80x8 124 128 131 134x9 120 116x2 110x13"),
            Expected.held("high", 8, 18, 33)),
        Bed.of(Script.disordered(FLAT)));
  }

  private static Scenario gatewayOutage() {
    Bed bed = Bed.of(Script.live("72x6 _x9 72x6"), Expected.gap(5, 17));
    return new Scenario(
        "gateway-outage",
        "a ward gateway that speaks for eight beds is cut off",
        Collections.nCopies(8, bed),
        true,
        Optional.empty(),
        STORM_MS);
  }

  private static Scenario storm() {
    Bed bed = Bed.of(Script.live("72x6 _x9 72x6"), Expected.gap(5, 17));
    return new Scenario(
        "storm",
        STORM + " beds fall silent at once",
        Collections.nCopies(STORM, bed),
        true,
        Optional.empty(),
        STORM_MS);
  }

  private static Scenario alertServiceKilled() {
    List<Bed> beds = new ArrayList<>();
    beds.add(Bed.of(Script.live("80x5 134x40 100x12"), Expected.held("high", 5, 15, 55)));
    beds.add(Bed.of(Script.live("72x57")));
    return new Scenario(
        "alert-service-killed",
        "the alert-service is killed between the reading that starts and the one that decides",
        beds,
        false,
        Optional.of(new Scenario.Outage("alert-service", 10)),
        RESTARTED_SERVICE_MS);
  }

  private static Scenario brokerRestart() {
    List<Bed> beds = new ArrayList<>();
    beds.add(Bed.of(Script.live("80x5 134x70"), Expected.heldAtSomeTime("high", 15)));
    beds.add(Bed.of(Script.live("72x75")));
    return new Scenario(
        "broker-restart",
        "the broker is killed and starts again, while a heart rate is too high",
        beds,
        false,
        Optional.of(new Scenario.Outage("kafka", 10)),
        RESTARTED_BROKER_MS);
  }

  private static Scenario simple(String name, String tells, Bed... beds) {
    return new Scenario(name, tells, List.of(beds), false, Optional.empty(), AT_ONCE_MS);
  }
}
