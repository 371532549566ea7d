package io.vigil.alert.reception;

import static io.vigil.alert.topology.Wire.START;
import static io.vigil.alert.topology.Wire.ms;

import io.vigil.alert.topology.Wire;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import java.util.ArrayList;
import java.util.List;

/** A patient's reception for tests: brings it readings, and notes each minute as a line. */
final class Minutes {
  final List<String> lines = new ArrayList<>();
  private PatientReception reception = new PatientReception("p-0001");

  /** At 1 Hz from this second on, each taken a tenth of a second later. */
  Minutes live(double from, String notation) {
    Wire.live("p-0001", from, notation).forEach(this::take);
    return this;
  }

  /** One request. */
  Minutes at(double second, Reading... readings) {
    take(Wire.readings("p-0001", ms(second), readings));
    return this;
  }

  void take(Readings readings) {
    reception.take(readings, this::note);
  }

  Minutes watermark(double second) {
    if (reception.isOver(ms(second))) {
      reception.end(ms(second), this::note);
    }
    return this;
  }

  void restart() {
    reception = PatientReception.fromBytes("p-0001", reception.toBytes());
  }

  static Reading beat(double second) {
    return Wire.heartRate(ms(second), 7_200);
  }

  static Reading beat(double second, int hundredths) {
    return Wire.heartRate(ms(second), hundredths);
  }

  static Reading numbered(double second, long seq) {
    return beat(second).toBuilder().setSeq(seq).build();
  }

  private void note(MinuteReception minute) {
    lines.add(line(minute));
  }

  /** For example {@code 0 60/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000}. */
  static String line(MinuteReception minute) {
    return "%d %d/%d dup %d conflict %d late %d order %d every %s silent %d"
        .formatted(
            (minute.minute().toEpochMilli() - START) / 60_000,
            minute.received(),
            minute.expected(),
            minute.duplicate(),
            minute.conflict(),
            minute.late(),
            minute.outOfOrder(),
            minute.intervalMs(),
            minute.longestSilenceMs());
  }
}
