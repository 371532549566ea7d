package io.vigil.generator.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the API tells it.
 *
 * @param malformedLines how many lines were left out; told when it starts
 * @param malformed the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
    String id,
    int patients,
    int readings,
    Instant startedAt,
    Instant endsAt,
    @Nullable Integer malformedLines,
    @Nullable List<MalformedLine> malformed) {

  static ReplayView of(Replay replay) {
    return new ReplayView(
        replay.id(),
        replay.parts().size(),
        replay.readings(),
        replay.startedAt(),
        replay.endsAt(),
        null,
        null);
  }

  static ReplayView started(Replay replay, Recordings recordings) {
    ReplayView view = of(replay);
    return new ReplayView(
        view.id,
        view.patients,
        view.readings,
        view.startedAt,
        view.endsAt,
        recordings.malformedLines(),
        recordings.malformed());
  }
}
