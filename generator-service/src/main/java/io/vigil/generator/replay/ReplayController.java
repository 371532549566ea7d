package io.vigil.generator.replay;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Starts, lists and stops replays. */
@RestController
@RequestMapping("/api/v1/replays")
class ReplayController {
  private final Replays replays;
  private final ReplayProperties bounds;
  private final InstantSource clock;

  ReplayController(Replays replays, ReplayProperties bounds, InstantSource clock) {
    this.replays = replays;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** Reads the CSV as it comes; it begins to play when all of it is there. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReplayView start(HttpServletRequest request) throws IOException {
    ReplayAlignment alignment = alignment(request.getQueryString());
    Recordings recordings = RecordingCsv.read(request.getInputStream(), bounds);
    return ReplayView.started(replays.start(recordings, alignment, clock.instant()), recordings);
  }

  @GetMapping
  List<ReplayView> playing() {
    return replays.playingAt(clock.instant()).stream().map(ReplayView::of).toList();
  }

  @DeleteMapping("/{id}")
  ReplayView stop(@PathVariable String id) {
    return replays
        .stop(id, clock.instant())
        .map(ReplayView::of)
        .orElseThrow(ReplayRefused::unknownReplay);
  }

  /** Not by a request parameter: a body sent as a form, as curl does, would be read for one. */
  private static ReplayAlignment alignment(@Nullable String query) {
    String asked =
        UriComponentsBuilder.fromUriString("?" + (query == null ? "" : query))
            .build()
            .getQueryParams()
            .getFirst("align");
    return asked == null
        ? ReplayAlignment.FILE
        : ReplayAlignment.ofCode(asked).orElseThrow(ReplayRefused::unknownAlignment);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(ReplayRefused refused) {
    return ResponseEntity.of(refused.getBody()).build();
  }
}
