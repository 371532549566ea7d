package io.vigil.deploy.operator.balance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares one series, moment by moment, and adds what it finds to the tally. */
record SeriesBalance(SeriesName series, Evidence evidence, Tally tally) {
  void add() {
    Map<Long, Moment> moments = new TreeMap<>();
    of(evidence.before()).forEach(sent -> at(moments, sent.timeMs()).before.add(sent));
    of(evidence.after()).forEach(sent -> at(moments, sent.timeMs()).after.add(sent));
    of(evidence.log()).forEach(logged -> at(moments, logged.timeMs()).logged.add(logged));
    evidence
        .history()
        .ifPresent(
            history -> of(history).forEach(kept -> at(moments, kept.timeMs()).kept.add(kept)));
    moments.forEach(this::judge);
  }

  private <T> List<T> of(Map<SeriesName, List<T>> all) {
    return all.getOrDefault(series, List.of());
  }

  private static Moment at(Map<Long, Moment> moments, long timeMs) {
    return moments.computeIfAbsent(timeMs, time -> new Moment());
  }

  private void judge(long timeMs, Moment moment) {
    moment.before.forEach(tally::sent);
    if (moment.isAcknowledged()) {
      tally.acknowledgedTime();
    }
    judgeLog(timeMs, moment);
    if (evidence.history().isPresent()) {
      judgeHistory(timeMs, moment);
    }
  }

  private void judgeLog(long timeMs, Moment moment) {
    if (moment.logged.isEmpty()) {
      if (moment.isAcknowledged()) {
        found(Fault.LOST, timeMs, "is not in the log");
      }
      return;
    }
    tally.logged(moment.isAcknowledged(), moment.logged.size() - 1);
    moment.logged.stream()
        .filter(logged -> logged.ingestMs() >= evidence.completeFromMs())
        .filter(logged -> !moment.isExplained(logged.valueHundredths()))
        .findFirst()
        .ifPresent(
            logged -> {
              String objection = moment.objection(logged.valueHundredths());
              found(Fault.PHANTOM, timeMs, "is in the log and " + objection);
            });
  }

  private void judgeHistory(long timeMs, Moment moment) {
    if (moment.kept.isEmpty()) {
      if (moment.isAcknowledged() && !moment.logged.isEmpty()) {
        found(Fault.LOST, timeMs, "is in the log and not in the history");
      }
      return;
    }
    tally.kept(moment.isAcknowledged());
    if (moment.kept.size() > 1) {
      found(Fault.TWICE, timeMs, "is " + moment.kept.size() + " times in the history");
    }
    int value = moment.kept.get(0).valueHundredths();
    if (moment.logged.isEmpty()) {
      if (!moment.isAcknowledged()) {
        found(Fault.PHANTOM, timeMs, "is in the history and not in the log");
      }
    } else if (moment.logged.get(0).valueHundredths() != value) {
      found(Fault.PHANTOM, timeMs, "has another value in the history than first in the log");
    }
  }

  private void found(Fault fault, long timeMs, String detail) {
    tally.found(new Finding(fault, series, timeMs, detail));
  }
}
