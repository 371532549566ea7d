package io.vigil.storage.reconcile;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** For operators: {@code POST /actuator/reconcile {"from":"…","to":"…"}}, one at a time. */
@Component
@WebEndpoint(id = "reconcile")
class ReconcileEndpoint {
  private static final Logger log = LoggerFactory.getLogger(ReconcileEndpoint.class);
  private static final int CONFLICT = 409;

  private final RangeCheck ranges;
  private final Semaphore turn = new Semaphore(1);

  ReconcileEndpoint(RangeCheck ranges) {
    this.ranges = ranges;
  }

  /** Compares what was taken between these ingest times; answers when that is done. */
  @WriteOperation
  WebEndpointResponse<?> reconcile(OffsetDateTime from, OffsetDateTime to)
      throws InterruptedException {
    if (!from.isBefore(to)) {
      return problem(WebEndpointResponse.STATUS_BAD_REQUEST, "from has to be before to");
    }
    if (!turn.tryAcquire()) {
      return problem(CONFLICT, "one range is being compared already; at most one at a time");
    }
    try {
      return new WebEndpointResponse<>(ranges.check(from.toInstant(), to.toInstant()));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      log.warn("A range could not be compared", e);
      return problem(
          WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE,
          "history or log did not answer; what was compared until then is repaired: " + e);
    } finally {
      turn.release();
    }
  }

  private static WebEndpointResponse<Map<String, String>> problem(int status, String detail) {
    return new WebEndpointResponse<>(Map.of("detail", detail), status);
  }
}
