package io.vigil.generator.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Replays the file of the settings once the service has started; without that file it ends. */
@Component
class ReplayFile implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(ReplayFile.class);

  private final Replays replays;
  private final ReplayProperties properties;
  private final InstantSource clock;

  ReplayFile(Replays replays, ReplayProperties properties, InstantSource clock) {
    this.replays = replays;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (properties.file().isBlank()) {
      return;
    }
    try (InputStream csv = Files.newInputStream(Path.of(properties.file()))) {
      Recordings recordings = RecordingCsv.read(csv, properties);
      Replay replay = replays.start(recordings, properties.align(), clock.instant());
      log.info("replaying {} readings of {} patients", replay.readings(), replay.parts().size());
      if (recordings.malformedLines() > 0) {
        log.warn(
            "{} lines of the recording were left out, at first {}",
            recordings.malformedLines(),
            recordings.malformed().get(0));
      }
    }
  }
}
