package io.vigil.generator.replay;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Device;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The replays that go on. For any thread. */
@Component
public class Replays {
  private static final String WARD = "Replay";
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  private final Ward ward;
  private final DeviceAccess access;
  private final int atOnce;
  private volatile List<Replay> playing = List.of();

  Replays(Ward ward, DeviceAccess access, ReplayProperties properties) {
    this.ward = ward;
    this.access = access;
    this.atOnce = properties.atOnce();
  }

  /** Plays these recordings from now on, and has their patients registered. */
  synchronized Replay start(Recordings recordings, ReplayAlignment alignment, Instant now) {
    if (recordings.all().isEmpty()) {
      throw ReplayRefused.nothingToReplay(recordings.malformed(), recordings.malformedLines());
    }
    List<Replay> others = playingAt(now);
    if (others.size() >= atOnce) {
      throw ReplayRefused.tooManyReplays(atOnce);
    }
    recordings.all().forEach(recording -> refuseIfTaken(recording.patient(), others));
    Replay replay = replay(recordings, alignment, now);
    replay.parts().forEach(part -> access.register(part.device()));
    // What is over is known for a while, so that its devices have taken the last of it.
    List<Replay> all = new ArrayList<>(playingAt(now.minus(KNOWN_FOR)));
    all.add(replay);
    playing = List.copyOf(all);
    return replay;
  }

  /** Those that have readings to come at this time, the oldest first. */
  public List<Replay> playingAt(Instant now) {
    return playing.stream().filter(replay -> !replay.isOverAt(now)).toList();
  }

  /** Those that were not stopped; some may be over. */
  public List<Replay> known() {
    return playing;
  }

  /** Ends a replay; returns it, or empty if none of this id goes on. */
  synchronized Optional<Replay> stop(String id, Instant now) {
    List<Replay> current = playingAt(now);
    Optional<Replay> found = current.stream().filter(one -> one.id().equals(id)).findFirst();
    playing = playing.stream().filter(one -> !one.id().equals(id) || found.isEmpty()).toList();
    return found;
  }

  private void refuseIfTaken(String patient, List<Replay> others) {
    boolean isReplayed =
        others.stream()
            .flatMap(replay -> replay.parts().stream())
            .anyMatch(part -> part.recording().patient().equals(patient));
    if (isReplayed || ward.bedOf(patient).isPresent()) {
      throw ReplayRefused.patientTaken(patient);
    }
  }

  private static Replay replay(Recordings recordings, ReplayAlignment alignment, Instant now) {
    List<Replay.Part> parts = new ArrayList<>();
    long lastMs = now.toEpochMilli();
    for (Recording recording : recordings.all()) {
      long offset = alignment.offsetMs(recording, recordings, now.toEpochMilli());
      parts.add(new Replay.Part(recording, device(recording.patient(), parts.size()), offset));
      lastMs = Math.max(lastMs, recording.lastMs() + offset);
    }
    return new Replay(UUID.randomUUID().toString(), parts, now, Instant.ofEpochMilli(lastMs));
  }

  private static Device device(String patient, int index) {
    return Device.beside(new Bed(patient, patient, WARD, "%02d".formatted(index + 1), false));
  }
}
