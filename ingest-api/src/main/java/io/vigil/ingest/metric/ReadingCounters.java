package io.vigil.ingest.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.ingest.reading.Rejection;
import io.vigil.ingest.reading.RejectionCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts readings: those that came in are accepted (answered 202 and not listed) or rejected, by
 * reason; forwarded are those that the log has acknowledged. Where a request is refused since the
 * log took only a part of it, that part is forwarded and not accepted: the device sends it again.
 */
public final class ReadingCounters {
  private static final String REJECTED = "vigil.readings.rejected";

  private final Counter accepted;
  private final Counter forwarded;
  private final Counter notTakenByLog;
  private final Counter beyondLimit;
  private final Map<RejectionCode, Counter> rejected = new EnumMap<>(RejectionCode.class);

  public ReadingCounters(MeterRegistry meters) {
    accepted = meters.counter("vigil.readings.accepted", "stage", "ingest");
    forwarded = meters.counter("vigil.readings.forwarded", "stage", "ingest");
    notTakenByLog = meters.counter(REJECTED, "stage", "ingest", "reason", "log_unavailable");
    beyondLimit = meters.counter(REJECTED, "stage", "ingest", "reason", "limit");
    for (RejectionCode code : RejectionCode.values()) {
      rejected.put(code, meters.counter(REJECTED, "stage", "ingest", "reason", code.code()));
    }
  }

  /** So many readings of a request are acknowledged, and the device is told. */
  public void accepted(int readings) {
    accepted.increment(readings);
  }

  /** The log has acknowledged so many readings. */
  public void forwarded(int readings) {
    forwarded.increment(readings);
  }

  /** So many acceptable readings are refused, since the log did not take all of their request. */
  public void notTakenByLog(int readings) {
    notTakenByLog.increment(readings);
  }

  /** So many acceptable readings are refused, since a budget was used up. */
  public void beyondLimit(int readings) {
    beyondLimit.increment(readings);
  }

  /** These readings are refused. */
  public void rejected(List<Rejection> rejections) {
    for (Rejection rejection : rejections) {
      Counter counter = rejected.get(rejection.flaw().code());
      if (counter != null) {
        counter.increment();
      }
    }
  }
}
