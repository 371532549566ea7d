package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.vigil.ingest.device.Devices;
import io.vigil.ingest.device.PushingDevice;
import io.vigil.ingest.log.Append;
import io.vigil.ingest.log.InFlight;
import io.vigil.ingest.log.ReadingLog;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.reading.Submission;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/readings}: what is answered to whom. Safe for any thread; never blocks. */
final class ReadingsEndpoint {
  private static final Logger logger = LoggerFactory.getLogger(ReadingsEndpoint.class);

  private final Devices devices;
  private final InFlight inFlight;
  private final ReadingLog log;
  private final ReadingCounters counters;

  ReadingsEndpoint(Devices devices, InFlight inFlight, ReadingLog log, ReadingCounters counters) {
    this.devices = devices;
    this.inFlight = inFlight;
    this.log = log;
    this.counters = counters;
  }

  /** Whether a request with this head may bring its body. */
  Admission admit(HttpRequest request) {
    Head head = Head.of(request);
    if (head instanceof Head.Push push) {
      return admit(push);
    }
    return new Admission.Refused(((Head.Refused) head).answer());
  }

  private Admission admit(Head.Push push) {
    if (!devices.areKnown()) {
      return new Admission.Refused(Problems.NOT_READY);
    }
    Optional<PushingDevice> device = devices.ofToken(push.token());
    return device.isPresent()
        ? new Admission.Admitted(device.get(), push)
        : new Admission.Refused(Problems.TOKEN_UNKNOWN);
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
      if (submission.acceptable() > 0) {
        append(submission, request.device(), ticket, reply);
        return;
      }
      refusal = refusal(submission);
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
    log.append(
        submission.patients(),
        device.id(),
        ticket.ingestTimeMs(),
        append -> {
          ticket.leave();
          reply.accept(answer(submission, append));
        });
  }

  private Answer answer(Submission submission, Append append) {
    if (append == Append.ACKNOWLEDGED) {
      counters.accepted(submission.acceptable());
      return SubmissionAnswer.acknowledged(submission);
    }
    counters.notTakenByLog(submission.acceptable());
    return append == Append.BUFFER_FULL ? Problems.LOG_BUFFER_FULL : Problems.LOG_UNAVAILABLE;
  }

  private static Answer refusal(Submission submission) {
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
