package io.vigil.generator.replay;

import io.vigil.generator.registration.DeviceAccess;
import io.vigil.generator.ward.Ward;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.util.unit.DataSize;

/** Replays for tests of other packages. */
public final class ReplaysInTests {
  static final ReplayProperties BOUNDS =
      new ReplayProperties("", ReplayAlignment.FILE, DataSize.ofKilobytes(10), 100, 3, 2);

  private ReplaysInTests() {}

  /** None yet. */
  public static Replays none(DeviceAccess access) {
    return new Replays(Ward.of(4), access, BOUNDS);
  }

  /** Plays this CSV from now on; returns the replay's id. */
  public static String start(Replays replays, String csv, Instant now) {
    return replays.start(read(csv), ReplayAlignment.FILE, now).id();
  }

  public static boolean stop(Replays replays, String id, Instant now) {
    return replays.stop(id, now).isPresent();
  }

  static Recordings read(String csv) {
    try {
      return RecordingCsv.read(
          new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), BOUNDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
