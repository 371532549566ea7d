package io.vigil.ingest.http;

import io.netty.handler.codec.http.HttpRequest;
import io.vigil.ingest.device.Devices;
import io.vigil.ingest.device.PushingDevice;
import io.vigil.ingest.limit.Budgets;
import io.vigil.ingest.limit.LimitsProperties;
import io.vigil.ingest.limit.Shortage;
import io.vigil.ingest.limit.StandingDelay;
import io.vigil.ingest.log.InFlight;
import io.vigil.ingest.reading.Submission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what may come in, as early as can be told. Safe for any thread; never blocks. */
final class Gate {
  private final Devices devices;
  private final Budgets budgets;
  private final StandingDelay logDelay;
  private final InFlight inFlight;
  private final long backlogAfterMs;
  private final int shedAbove;

  /**
   * A gate.
   *
   * @param logDelay what the log's acknowledgements take
   * @param limits when a reading is backlog, and from how many requests on a slow log sheds
   */
  Gate(
      Devices devices,
      Budgets budgets,
      StandingDelay logDelay,
      InFlight inFlight,
      LimitsProperties limits) {
    this.devices = devices;
    this.budgets = budgets;
    this.logDelay = logDelay;
    this.inFlight = inFlight;
    this.backlogAfterMs = limits.backlogAfter().toMillis();
    this.shedAbove = limits.shedAbove();
  }

  /**
   * Whether a request with this head may bring its body.
   *
   * @param nowNanos by the monotonic clock
   */
  Admission admit(HttpRequest request, long nowNanos) {
    Head head = Head.of(request);
    return head instanceof Head.Push push
        ? admit(push, nowNanos)
        : new Admission.Refused(((Head.Refused) head).answer());
  }

  private Admission admit(Head.Push push, long nowNanos) {
    if (!devices.areKnown()) {
      return new Admission.Refused(Problems.NOT_READY);
    }
    if (logDelay.isTooLong(nowNanos) && inFlight.size() > shedAbove) {
      return new Admission.Refused(Problems.LOG_DELAY);
    }
    Optional<PushingDevice> device = devices.ofToken(push.token());
    if (device.isEmpty()) {
      return new Admission.Refused(Problems.TOKEN_UNKNOWN);
    }
    Shortage shortage = budgets.request(device.get().id());
    return shortage == null
        ? new Admission.Admitted(device.get(), push)
        : new Admission.Refused(Problems.of(shortage));
  }

  /**
   * What there is too much of, if these acceptable readings may not come in.
   *
   * @param nowMs when the request was taken, in milliseconds since 1970
   */
  @Nullable Shortage shortage(String device, Submission submission, long nowMs) {
    int old = submission.olderThan(nowMs - backlogAfterMs);
    return budgets.readings(device, submission.acceptable() - old, old);
  }

  /** The log has acknowledged what was appended at this time of the monotonic clock. */
  void acknowledged(long appendedAtNanos) {
    long now = System.nanoTime();
    logDelay.passed(now, now - appendedAtNanos);
  }
}
