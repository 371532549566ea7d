package io.vigil.generator.push;

import io.vigil.generator.store.Outcome;
import io.vigil.generator.store.Reading;
import io.vigil.generator.store.ReadingStore;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps and counts each reading when it is measured and when something is decided of it. */
@Component
class Books {
  private static final String BACKLOG_FULL = "backlog_full";

  private final ReadingStore store;
  private final PushCounters counters;

  Books(ReadingStore store, PushCounters counters) {
    this.store = store;
    this.counters = counters;
  }

  /** What an earlier run left undecided. */
  List<Reading> open() {
    List<Reading> undecided = store.open();
    counters.recovered(undecided.size());
    return undecided;
  }

  void measured(Reading reading) {
    store.measured(reading);
    counters.measured();
  }

  void sent(int readings) {
    counters.sent(readings);
  }

  void sentCopies(int readings) {
    counters.sentCopies(readings);
  }

  void acknowledged(Reading reading) {
    store.decided(reading, Outcome.ACKNOWLEDGED);
    counters.acknowledged();
  }

  void refused(Reading reading, String code) {
    store.decided(reading, Outcome.refused(code));
    counters.refused(code);
  }

  /** It had to make room for a newer one, or nobody is there any more to send it. */
  void dropped(Reading reading) {
    store.decided(reading, Outcome.DROPPED);
    counters.refused(BACKLOG_FULL);
  }

  /** Makes what was measured so far fit to be sent. */
  void flush() {
    store.flush();
  }

  void tidy(Supplier<Stream<Reading>> undecided) {
    store.tidy(undecided);
  }

  void close() {
    store.close();
  }
}
