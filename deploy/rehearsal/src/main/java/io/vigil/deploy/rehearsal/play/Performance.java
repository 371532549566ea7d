package io.vigil.deploy.rehearsal.play;

import io.vigil.deploy.rehearsal.scenario.Scenario;
import io.vigil.deploy.rehearsal.score.Judge;
import io.vigil.deploy.rehearsal.score.Played;
import io.vigil.deploy.rehearsal.score.Score;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One scenario, played in real time. */
final class Performance {
  private static final long TICK_MS = 50;
  private static final long LOOK_EVERY_MS = 250;

  /** What is false may still come for so long after everything was pushed. */
  private static final long SETTLE_MS = 3_000;

  private final Vigil vigil;
  private final AlertListener listener;
  private final Scenario scenario;
  private final String run;
  private final InstantSource clock;
  private final Judge judge;
  private final List<Cast> cast = new ArrayList<>();
  private long startMs;

  /**
   * @param run what tells this rehearsal's patients from those of others
   */
  Performance(
      Vigil vigil, AlertListener listener, Scenario scenario, String run, InstantSource clock) {
    this.vigil = vigil;
    this.listener = listener;
    this.scenario = scenario;
    this.run = run;
    this.clock = clock;
    this.judge = new Judge(scenario.allowanceMs());
  }

  Score play() throws IOException, InterruptedException {
    try (Ward ward = new Ward(vigil)) {
      List<String> patients = new ArrayList<>();
      for (int bed = 0; bed < scenario.beds().size(); bed++) {
        patients.add("rehearsal-%s-%s-%d".formatted(run, scenario.name(), bed + 1));
      }
      ward.admit(patients);
      List<String> tokens = tokens(ward, patients);
      // A whole second, so that the readings' times are.
      startMs = (clock.millis() / 1_000 + 2) * 1_000;
      for (int bed = 0; bed < patients.size(); bed++) {
        cast.add(Cast.of(scenario.beds().get(bed), patients.get(bed), startMs));
      }
      perform(tokens);
      return score();
    }
  }

  private List<String> tokens(Ward ward, List<String> patients)
      throws IOException, InterruptedException {
    if (scenario.byGateway()) {
      return List.of(ward.device(gateway(), patients));
    }
    List<String> tokens = new ArrayList<>();
    for (String patient : patients) {
      tokens.add(ward.device(patient, List.of(patient)));
    }
    return tokens;
  }

  private String gateway() {
    return "rehearsal-%s-%s".formatted(run, scenario.name());
  }

  private void perform(List<String> tokens) {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(tokens.size() + 1);
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    List<ScheduledFuture<?>> acts = new ArrayList<>();
    try {
      for (int i = 0; i < tokens.size(); i++) {
        VirtualDevice device = new VirtualDevice(vigil, tokens.get(i), clock);
        Timetable timetable =
            scenario.byGateway() ? Timetable.ofGateway(cast) : Timetable.ofBed(cast.get(i));
        acts.add(
            threads.scheduleWithFixedDelay(
                () -> act(device, timetable), 0, TICK_MS, TimeUnit.MILLISECONDS));
      }
      scenario
          .outage()
          .ifPresent(
              outage ->
                  acts.add(
                      threads.schedule(
                          () -> vigil.kill(outage.part()),
                          startMs + outage.atSecond() * 1_000L - clock.millis(),
                          TimeUnit.MILLISECONDS)));
      acts.add(
          threads.scheduleWithFixedDelay(
              () -> {
                if (isOver()) {
                  over.complete(true);
                }
              },
              LOOK_EVERY_MS,
              LOOK_EVERY_MS,
              TimeUnit.MILLISECONDS));
      over.join();
    } finally {
      acts.forEach(act -> act.cancel(true));
      threads.shutdownNow();
    }
  }

  private void act(VirtualDevice device, Timetable timetable) {
    try {
      timetable.hand((int) Math.floorDiv(clock.millis() - startMs, 1_000L), device);
      device.send();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything was pushed and, but for what is missed, heard; or the time for it is up. */
  private boolean isOver() {
    long sinceLastMs = clock.millis() - startMs - scenario.lastSecond() * 1_000L;
    if (sinceLastMs < SETTLE_MS) {
      return false;
    }
    return sinceLastMs > SETTLE_MS + scenario.allowanceMs()
        || score().count(Score.Kind.MISSED) == 0;
  }

  /** Of a gateway that falls silent, one more alarm has to come, for all of its beds. */
  private Score score() {
    List<Played> played = new ArrayList<>(cast.stream().map(Cast::played).toList());
    if (scenario.byGateway()) {
      played.add(cast.get(0).playedAs("device/" + gateway()));
    }
    return judge.judge(played, listener.heard());
  }
}
