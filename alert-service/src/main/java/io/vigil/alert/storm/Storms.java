package io.vigil.alert.storm;

import static java.util.stream.Collectors.toCollection;

import io.vigil.alert.rule.CommandOutcome;
import io.vigil.alert.rule.Pipeline;
import io.vigil.alert.rule.Storm;
import io.vigil.alert.rule.Surroundings;
import io.vigil.alert.topology.AlertMetrics;
import io.vigil.alert.topology.ObjectStore;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.Presence.State;
import io.vigil.schema.wire.PresenceRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when a ward or a ward gateway falls silent as a whole: when none of its patients speaks
 * any more, and two or more of them fell silent within two seconds. Whoever had been silent for
 * longer is no part of it. Where a ward's patients all hang on one gateway that is silent, it is
 * the gateway's alarm, and where more are, it is the ward's alone.
 *
 * <p>Takes what is said in the order of its times. Used by one thread.
 */
final class Storms {
  private static final long AT_ONCE_MS = 2_000;

  private final Groups groups;
  private final ObjectStore<Storm> storms;
  private final Surroundings surroundings;
  private final AlertMetrics metrics;
  private final TreeSet<Due> dues =
      new TreeSet<>(Comparator.comparingLong(Due::atMs).thenComparing(Due::patient));

  /** When a patient's silence becomes a gap. */
  private record Due(long atMs, String patient) {}

  Storms(
      Groups groups, ObjectStore<Storm> storms, Surroundings surroundings, AlertMetrics metrics) {
    this.groups = groups;
    this.storms = storms;
    this.surroundings = surroundings;
    this.metrics = metrics;
    storms.load();
    groups.all().forEach(this::setDue);
  }

  private void setDue(Presence presence) {
    if (presence.getState() == State.STATE_SILENT) {
      dues.add(new Due(presence.getGapAtMs(), presence.getPatient()));
    }
  }

  /** When something is to happen by itself, or the largest number where nothing is. */
  long dueMs() {
    long due = dues.isEmpty() ? Long.MAX_VALUE : dues.first().atMs();
    for (Storm storm : storms.all()) {
      due = Math.min(due, storm.dueMs(surroundings.lifeCycle()));
    }
    return due;
  }

  /** What is due at this time happens. */
  void actAt(long timeMs) {
    while (!dues.isEmpty() && dues.first().atMs() <= timeMs) {
      look(dues.pollFirst().patient(), timeMs);
    }
    for (Storm storm : inOrder()) {
      if (storm.dueMs(surroundings.lifeCycle()) <= timeMs) {
        storm.actAt(timeMs, surroundings);
        keep(storm, timeMs);
      }
    }
  }

  private List<Storm> inOrder() {
    return storms.all().stream().sorted(Comparator.comparing(Storm::group)).toList();
  }

  /** Puts a storm that has changed back; after one, a part of it may be silent as a whole still. */
  private void keep(Storm storm, long timeMs) {
    if (storm.isOver()) {
      storms.remove(storm.group());
      new TreeSet<>(storm.silent()).forEach(patient -> look(patient, timeMs));
    } else {
      storms.put(storm.group(), storm);
    }
  }

  /** Takes in what was said, at its time. */
  void take(PresenceRecord said) {
    if (said.hasPresence()) {
      take(said.getPresence());
    } else if (said.hasCommand()) {
      take(AlertCommand.fromJson(said.getCommand().toByteArray()));
    }
  }

  private void take(Presence presence) {
    String patient = presence.getPatient();
    @Nullable Presence before = groups.of(patient);
    groups.take(presence);
    boolean isSilent = presence.getState() == State.STATE_SILENT;
    for (Storm storm : inOrder()) {
      if (!storm.isOf(Set.of(patient))) {
        continue;
      }
      if (isSilent) {
        storm.isSilentAgain(patient);
      } else {
        storm.isBack(patient, presence.getAtMs(), surroundings);
      }
      keep(storm, presence.getAtMs());
    }
    if (isSilent) {
      setDue(presence);
      look(patient, presence.getAtMs());
    }
    if (before != null) {
      // Without this patient, those who are left may be silent as a whole.
      Groups.of(before).forEach(group -> lookAt(group, presence.getAtMs()));
    }
  }

  private void take(AlertCommand command) {
    if (command.patient().equals(Pipeline.NAME)) {
      return; // of the storage's alarm, which is not told here
    }
    @Nullable Storm storm = storms.get(command.patient());
    CommandOutcome outcome = CommandOutcome.UNKNOWN;
    if (storm != null && command instanceof Acknowledge taken) {
      outcome = storm.acknowledge(taken, surroundings);
      storms.put(storm.group(), storm);
    }
    metrics.command(command, outcome);
  }

  /** Looks whether one of the groups of this patient is silent as a whole now. */
  private void look(String patient, long timeMs) {
    @Nullable Presence presence = groups.of(patient);
    if (presence != null) {
      Groups.of(presence).forEach(group -> lookAt(group, timeMs));
    }
  }

  private void lookAt(String group, long timeMs) {
    if (storms.get(group) != null) {
      return;
    }
    List<Presence> fallen = fallenAtOnce(group);
    Set<String> names =
        fallen.stream().map(Presence::getPatient).collect(toCollection(TreeSet::new));
    if (fallen.size() > 1
        && fallen.stream().anyMatch(one -> one.getGapAtMs() <= timeMs)
        && !isOfOneGateway(group, fallen)
        && storms.all().stream().noneMatch(storm -> storm.isOf(names))) {
      raise(group, fallen, names, timeMs);
    }
  }

  /** Who fell silent within a moment, where nobody of the group speaks any more. */
  private List<Presence> fallenAtOnce(String group) {
    List<Presence> silent = groups.silent(group);
    long newest = silent.stream().mapToLong(Presence::getSilentSinceMs).max().orElse(0);
    return silent.stream().filter(one -> one.getSilentSinceMs() >= newest - AT_ONCE_MS).toList();
  }

  /** Whether a ward's silence is that of a gateway on which all of these hang. */
  private boolean isOfOneGateway(String group, List<Presence> fallen) {
    List<String> gateways = fallen.stream().flatMap(Groups::gatewayOf).distinct().toList();
    return gateways.size() == 1
        && !gateways.contains(group)
        && fallen.stream().noneMatch(one -> one.getGateway().isEmpty())
        && !groups.silent(gateways.get(0)).isEmpty();
  }

  private void raise(String group, List<Presence> fallen, Set<String> names, long timeMs) {
    Presence first =
        fallen.stream().min(Comparator.comparingLong(Presence::getSilentSinceMs)).orElseThrow();
    boolean isUrgent = fallen.stream().anyMatch(Presence::getUrgent);
    Storm storm =
        Storm.raise(
            group,
            names,
            isUrgent ? AlertPriority.HIGH : AlertPriority.MEDIUM,
            first.getSilentSinceMs(),
            first.getGapAtMs() - first.getSilentSinceMs(),
            timeMs,
            surroundings);
    for (Storm narrower : inOrder()) {
      if (narrower.isWithin(names)) {
        narrower.giveWayTo(storm, timeMs, surroundings);
        storms.remove(narrower.group());
      }
    }
    storms.put(group, storm);
  }
}
