package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpRequest;
import io.vigil.ingest.device.PushingDevice;
import io.vigil.ingest.limit.Shortage;
import io.vigil.ingest.log.Append;
import io.vigil.ingest.log.InFlight;
import io.vigil.ingest.log.ReadingLog;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.reading.Submission;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/readings}: what is answered to whom. Safe for any thread; never blocks. */
final class ReadingsEndpoint {
  private static final Logger logger = LoggerFactory.getLogger(ReadingsEndpoint.class);

  private final Gate gate;
  private final InFlight inFlight;
  private final ReadingLog log;
  private final ReadingCounters counters;
  private final InstantSource clock;

  ReadingsEndpoint(
      Gate gate, InFlight inFlight, ReadingLog log, ReadingCounters counters, InstantSource clock) {
    this.gate = gate;
    this.inFlight = inFlight;
    this.log = log;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Whether a request with this head may bring its body.
   *
   * @param nowNanos by the monotonic clock
   */
  Admission admit(HttpRequest request, long nowNanos) {
    return gate.admit(request, nowNanos);
  }

  /**
   * Looks at a piece of an admitted request's body; the answer that refuses the request already, if
   * there is one.
   */
  @Nullable Answer arrived(
      Body body, ByteBuf piece, ByteBufAllocator allocator, SubmissionReader reader) {
    try {
      reader.arrived(body, piece, allocator, clock.millis());
      return null;
    } catch (RefusedException e) {
      return e.answer();
    } catch (RuntimeException e) {
      logger.error("A body could not be read", e);
      return Problems.INTERNAL_ERROR;
    }
  }

  /**
   * Takes the readings of an admitted request.
   *
   * @param body all of it, array-backed; not needed any more when this returns
   * @param reader the calling connection's own
   * @param reply told the answer exactly once, by this thread or another
   */
  void submit(
      Admission.Admitted request, ByteBuf body, SubmissionReader reader, Consumer<Answer> reply) {
    InFlight.Ticket ticket = inFlight.enter();
    if (ticket == null) {
      reply.accept(tooManyInFlight());
      return;
    }
    Answer refusal;
    try {
      Submission submission = reader.read(request, body, ticket.ingestTimeMs());
      counters.rejected(submission.rejections());
      Shortage shortage = gate.shortage(request.device().id(), submission, ticket.ingestTimeMs());
      if (submission.acceptable() > 0 && shortage == null) {
        append(submission, request.device(), ticket, reply);
        return;
      }
      refusal = refusal(submission, shortage);
    } catch (RefusedException e) {
      refusal = e.answer();
    } catch (RuntimeException e) {
      logger.error("A request of {} could not be read", request.device().id(), e);
      refusal = Problems.INTERNAL_ERROR;
    }
    ticket.leave();
    reply.accept(refusal);
  }

  private void append(
      Submission submission, PushingDevice device, InFlight.Ticket ticket, Consumer<Answer> reply) {
    long appendedAtNanos = System.nanoTime();
    log.append(
        submission.patients(),
        device.id(),
        ticket.ingestTimeMs(),
        append -> {
          ticket.leave();
          reply.accept(answer(submission, append, appendedAtNanos));
        });
  }

  private Answer answer(Submission submission, Append append, long appendedAtNanos) {
    if (append == Append.ACKNOWLEDGED) {
      gate.acknowledged(appendedAtNanos);
      counters.accepted(submission.acceptable());
      return SubmissionAnswer.acknowledged(submission);
    }
    counters.notTakenByLog(submission.acceptable());
    return append == Append.BUFFER_FULL ? Problems.LOG_BUFFER_FULL : Problems.LOG_UNAVAILABLE;
  }

  private Answer refusal(Submission submission, @Nullable Shortage shortage) {
    if (shortage != null) {
      counters.beyondLimit(submission.acceptable());
      return Problems.of(shortage);
    }
    return submission.isAllOfOtherPatients()
        ? Problems.OTHER_PATIENTS
        : SubmissionAnswer.nothingAcceptable(submission);
  }

  private Answer tooManyInFlight() {
    return Problems.overloaded(
        "requests_in_flight",
        inFlight.most() + " requests wait for the log already, which is all that may");
  }
}
