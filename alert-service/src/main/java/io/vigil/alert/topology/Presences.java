package io.vigil.alert.topology;

import com.google.protobuf.ByteString;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.alert.rule.Surroundings;
import io.vigil.alert.rule.ToldPresence;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.JudgedTo;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.Presence.State;
import io.vigil.schema.wire.PresenceRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells who of one partition's patients speaks and who is silent, for those who see all partitions.
 * A silence is told a second before it becomes a gap, so that when the first gap of a group is
 * raised, it is known who else is silent.
 */
final class Presences {
  private static final long BEFORE_GAP_MS = 1_000;

  private final int partition;
  private final Census census;
  private final Surroundings surroundings;
  private final Consumer<PresenceRecord> told;
  private final Set<String> longestUnheardFirst = HeardOrder.create();

  Presences(
      int partition, Census census, Surroundings surroundings, Consumer<PresenceRecord> told) {
    this.partition = partition;
    this.census = census;
    this.surroundings = surroundings;
    this.told = told;
  }

  /** Starts with these. */
  void load(Collection<PatientWatch> watches) {
    watches.stream()
        .filter(watch -> watch.presence() == ToldPresence.SPEAKING)
        .sorted(Comparator.comparingLong(watch -> watch.heardAtMs(surroundings)))
        .forEach(watch -> longestUnheardFirst.add(watch.patient()));
  }

  /** A reading of this vital has come; while its gap lasts, that does not count yet. */
  void heard(PatientWatch watch, Vital vital, long ingestMs) {
    if (!surroundings.rules().listenedFor().contains(vital) || watch.isInGap(vital)) {
      return;
    }
    if (watch.presence() == ToldPresence.SPEAKING) {
      longestUnheardFirst.add(watch.patient());
    } else if (census.isAdmitted(watch.patient())) {
      watch.setPresence(ToldPresence.SPEAKING);
      longestUnheardFirst.add(watch.patient());
      tell(watch, State.STATE_SPEAKING, ingestMs);
    }
  }

  /** Tells of all who have become silent since one looked last. */
  void findSilent(ObjectStore<PatientWatch> patients) {
    Iterator<String> longestUnheard = longestUnheardFirst.iterator();
    while (longestUnheard.hasNext()) {
      PatientWatch watch = patients.get(longestUnheard.next());
      if (watch != null) {
        if (!watch.isSilent(BEFORE_GAP_MS, surroundings)) {
          return;
        }
        watch.setPresence(ToldPresence.SILENT);
        patients.put(watch.patient(), watch);
        tell(watch, State.STATE_SILENT, gapAtMs(watch) - BEFORE_GAP_MS);
      }
      longestUnheard.remove();
    }
  }

  private long silentSinceMs(PatientWatch watch) {
    return surroundings.listening().countedFrom(watch.heardAtMs(surroundings));
  }

  private long gapAtMs(PatientWatch watch) {
    return silentSinceMs(watch) + watch.shortestGapMs(surroundings);
  }

  /**
   * Somebody's ward or device may be another one; says again how they are, at a time that lies
   * neither before what was said of them nor behind what will be.
   */
  void changed(PatientWatch watch) {
    long timeMs = Math.max(surroundings.listening().heardToMs(), watch.heardAtMs(surroundings));
    if (watch.presence() == ToldPresence.SPEAKING) {
      tell(watch, State.STATE_SPEAKING, timeMs);
    } else if (watch.presence() == ToldPresence.SILENT) {
      tell(watch, State.STATE_SILENT, timeMs);
    }
  }

  /** The patient is watched no longer. */
  void gone(PatientWatch watch, long timeMs) {
    longestUnheardFirst.remove(watch.patient());
    if (watch.presence() != ToldPresence.UNTOLD) {
      tell(watch, State.STATE_GONE, timeMs);
    }
  }

  private void tell(PatientWatch watch, State state, long timeMs) {
    String patient = watch.patient();
    Presence.Builder presence =
        Presence.newBuilder()
            .setPatient(patient)
            .setState(state)
            .setAtMs(timeMs)
            .setWard(census.patient(patient).map(Patient::ward).orElse(""))
            .setGateway(census.gatewayOf(patient).orElse(""))
            .setUrgent(census.isUrgent(patient));
    if (state == State.STATE_SILENT) {
      presence.setSilentSinceMs(silentSinceMs(watch)).setGapAtMs(gapAtMs(watch));
    }
    told.accept(PresenceRecord.newBuilder().setPresence(presence).build());
  }

  /** Everything up to this time is told. */
  void judgedTo(long timeMs) {
    JudgedTo judgedTo = JudgedTo.newBuilder().setPartition(partition).setTimeMs(timeMs).build();
    told.accept(PresenceRecord.newBuilder().setJudgedTo(judgedTo).build());
  }

  /** A command of a group's alarm, which is not decided here. */
  void pass(AlertCommand command) {
    ByteString json = ByteString.copyFrom(command.toJson());
    told.accept(PresenceRecord.newBuilder().setCommand(json).build());
  }
}
