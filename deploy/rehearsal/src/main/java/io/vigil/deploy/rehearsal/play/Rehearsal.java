package io.vigil.deploy.rehearsal.play;

import io.vigil.deploy.rehearsal.scenario.Scenario;
import io.vigil.deploy.rehearsal.score.Score;
import io.vigil.deploy.rehearsal.score.Scoreboard;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Plays scenarios: those that disturb nobody together, the others one after another, since what
 * they break is everybody's.
 */
public final class Rehearsal {
  private final Vigil vigil;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * @param progress told in words what is played
   */
  public Rehearsal(Vigil vigil, InstantSource clock, Consumer<String> progress) {
    this.vigil = vigil;
    this.clock = clock;
    this.progress = progress;
  }

  public Scoreboard play(List<Scenario> scenarios) throws IOException, InterruptedException {
    Scoreboard scores = new Scoreboard();
    String run = Long.toString(clock.millis() / 1_000, Character.MAX_RADIX);
    try (AlertListener listener = AlertListener.open(vigil, clock)) {
      List<Scenario> together = scenarios.stream().filter(one -> !one.isAlone()).toList();
      playTogether(together, listener, run, scores);
      for (Scenario scenario : scenarios) {
        if (scenario.isAlone()) {
          playTogether(List.of(scenario), listener, run, scores);
        }
      }
    }
    return scores;
  }

  private void playTogether(
      List<Scenario> scenarios, AlertListener listener, String run, Scoreboard scores)
      throws IOException, InterruptedException {
    if (scenarios.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(scenarios.size());
    try {
      List<Future<Score>> played = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        progress.accept(scenario.name() + ": " + scenario.tells());
        played.add(
            threads.submit(() -> new Performance(vigil, listener, scenario, run, clock).play()));
      }
      for (int i = 0; i < scenarios.size(); i++) {
        scores.add(scenarios.get(i).name(), played.get(i).get());
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
